package dev.latido.health;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.memory.UtcDay;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** What a customer last said when asked how content they are, 0 to 10. */
final class Satisfaction {

    private long answeredAt = NEVER;
    private double answer;

    Satisfaction() {}

    void answered(double given, long at) {
        if (!Double.isNaN(given) && at >= answeredAt) {
            answeredAt = at;
            answer = given;
        }
    }

    /** The latest answer of the last 90 days; NaN when there is none. */
    double latest(int today) {
        boolean recent = answeredAt != NEVER && UtcDay.of(answeredAt) > today - Health.QUARTER_DAYS;
        return recent ? answer : Double.NaN;
    }

    /** When the latest answer was given, however long ago; {@link StateReader#NEVER} when there is none. */
    long answeredAt() {
        return answeredAt;
    }

    void write(StateWriter out) {
        out.instant(answeredAt);
        if (answeredAt != NEVER) {
            out.decimal(answer);
        }
    }

    static Satisfaction read(StateReader in) {
        Satisfaction read = new Satisfaction();
        read.answeredAt = in.instant();
        if (read.answeredAt != NEVER) {
            read.answer = in.decimal();
        }
        return read;
    }
}
