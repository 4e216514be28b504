package dev.latido.control;

import dev.latido.change.ControlMessage;
import dev.latido.change.ControlStatus;
import java.util.List;

/**
 * What was decided on a request.
 *
 * @param accepted whether something changes by it
 * @param passedOn what customers' subtasks are sent, in this order
 * @param statuses what is published
 * @param <S> the statuses
 */
public record Decision<S extends ControlStatus>(boolean accepted, List<ControlMessage> passedOn, List<S> statuses) {
    public Decision {
        passedOn = List.copyOf(passedOn);
        statuses = List.copyOf(statuses);
    }

    /** A decision by which nothing changes. */
    static <S extends ControlStatus> Decision<S> toChangeNothing(List<S> statuses) {
        return new Decision<>(false, List.of(), statuses);
    }
}
