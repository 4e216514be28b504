package dev.latido.rule.running;

import dev.latido.rule.engine.KeptEvents;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** What is remembered of a rule that has found something about the customer: until when it is quiet, and what is open. */
final class RuleNote {

    private static final int OPEN = 1;
    private static final int SHADOW = 2;

    private final long rule;
    private final long quietUntil;
    private final boolean shadow;
    private @Nullable Raised open;

    /**
     * A note on what was just found.
     *
     * @param rule hash of the rule's id
     * @param shadow whether nobody was alerted
     */
    RuleNote(long rule, long quietUntil, boolean shadow, @Nullable Raised open) {
        this.rule = rule;
        this.quietUntil = quietUntil;
        this.shadow = shadow;
        this.open = open;
    }

    boolean isOf(long hash) {
        return rule == hash;
    }

    boolean isShadow() {
        return shadow;
    }

    /** Whether it keeps the rule from alerting; one that does not can be forgotten. */
    boolean isInForce(long at) {
        return open != null || at < quietUntil;
    }

    @Nullable
    Raised open() {
        return open;
    }

    void open(@Nullable Raised raised) {
        open = raised;
    }

    void write(StateWriter out) {
        out.fixed(rule).instant(quietUntil).number((open == null ? 0 : OPEN) | (shadow ? SHADOW : 0));
        if (open != null) {
            out.instant(open.at()).flag(open.shadow());
            KeptEvents.write(open.match(), out);
        }
    }

    static RuleNote read(StateReader in) {
        long rule = in.fixed();
        long quietUntil = in.instant();
        long flags = in.number();
        return new RuleNote(rule, quietUntil, (flags & SHADOW) != 0, (flags & OPEN) != 0 ? readRaised(in) : null);
    }

    private static Raised readRaised(StateReader in) {
        long at = in.instant();
        boolean shadow = in.flag();
        return new Raised(KeptEvents.readMatch(in), at, shadow);
    }
}
