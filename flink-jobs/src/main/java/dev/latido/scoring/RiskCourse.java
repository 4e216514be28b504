package dev.latido.scoring;

import dev.latido.model.artifact.Cuts;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/**
 * The course of a customer's alerts about one risk: the open one, and the days that count towards its end. It goes on when
 * another artifact of the model takes over, with the cuts of that one.
 */
public final class RiskCourse {

    /** What an evaluation did to the alert. */
    public enum Step {
        NOTHING,
        OPENED,
        RESOLVED
    }

    private final String model;
    private boolean open;
    private long openedAt;
    private long sequence;
    private int calmDays;

    /** A course in which nothing has happened yet. */
    public RiskCourse(String model) {
        this.model = model;
    }

    /** The name of the model whose risk it is. */
    public String model() {
        return model;
    }

    /** Takes in an evaluation at which the model scored; only daily ones count as days. */
    public Step observe(long at, boolean daily, double probability, Cuts cuts, ModelConfig config) {
        if (!open) {
            return probability > cuts.high() ? opened(at) : Step.NOTHING;
        }
        if (daily) {
            calmDays = probability <= config.calmUpTo(cuts.high()) ? calmDays + 1 : 0;
        }
        return calmDays >= config.resolveAfterDailyEvaluations() ? end() : Step.NOTHING;
    }

    private Step opened(long at) {
        open = true;
        openedAt = at;
        sequence++;
        return Step.OPENED;
    }

    /** Ends the alert, if one is open; its number and time stay readable until the next one opens. */
    public Step end() {
        boolean wasOpen = open;
        open = false;
        calmDays = 0;
        return wasOpen ? Step.RESOLVED : Step.NOTHING;
    }

    public boolean isOpen() {
        return open;
    }

    /** When the latest alert opened, in milliseconds since 1970-01-01 UTC. */
    public long openedAt() {
        return openedAt;
    }

    /** How many alerts have opened. */
    public long sequence() {
        return sequence;
    }

    public void write(StateWriter out) {
        out.text(model).flag(open).number(sequence).instant(openedAt).number(calmDays);
    }

    public static RiskCourse read(StateReader in) {
        RiskCourse read = new RiskCourse(in.text());
        read.open = in.flag();
        read.sequence = in.number();
        read.openedAt = in.instant();
        read.calmDays = (int) in.number();
        return read;
    }
}
