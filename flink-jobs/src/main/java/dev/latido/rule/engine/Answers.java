package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Condition;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.MatchedEvents;
import dev.latido.rule.Occurrence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers each question about an event at most once, or once for each partial match where the question reads it. */
final class Answers implements Guard.Answers, MatchedEvents {

    private final Plan plan;
    private final Tracer tracer;

    /** Answers that hold for all partial matches; none where a trace is to hear of each of them. */
    private final long lasting;

    private long asked;
    private long yes;
    private @Nullable Occurrence now;
    private @Nullable Link soFar;

    Answers(Plan plan, Tracer tracer) {
        this.plan = plan;
        this.tracer = tracer;
        lasting = tracer.isOn() ? 0 : plan.questionsOfEventOnly();
    }

    /** Turns to another partial match; to another event only after {@link #forget}. */
    void about(Occurrence event, @Nullable Link matched) {
        long kept = now == null ? 0 : lasting;
        now = event;
        soFar = matched;
        asked &= kept;
        yes &= kept;
    }

    /** Lets go of what it was asked about. */
    void forget() {
        now = null;
        soFar = null;
    }

    @Override
    public boolean of(int question) {
        long bit = 1L << question;
        if ((asked & bit) == 0) {
            asked |= bit;
            if (now != null && answer(question, now)) {
                yes |= bit;
            }
        }
        return (yes & bit) != 0;
    }

    private boolean answer(int number, Occurrence occurrence) {
        Question question = plan.question(number);
        CustomerEvent event = occurrence.event();
        if ((question.kinds() & Question.bit(event.kind())) == 0) {
            return false;
        }
        Condition condition = question.condition();
        if (condition == null || (question.concerns(event) && condition.holds(occurrence, this))) {
            return true;
        }
        tracer.refused(number, soFar, condition, occurrence);
        return false;
    }

    @Override
    public List<KeptEvent> of(String step) {
        int number = plan.names().indexOf(step);
        return number < 0 ? List.of() : Link.events(soFar, number);
    }
}
