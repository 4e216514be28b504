package dev.latido.rule.running;

import static dev.latido.state.StateReader.NEVER;

import dev.latido.rule.engine.KeptEvents;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/** What is remembered of a rule that has found something about the customer: until when it is quiet, and what is open. */
final class RuleNote {

    private final long rule;
    private long quietUntil = NEVER;
    private @Nullable Raised open;

    /** @param rule hash of the rule's id */
    RuleNote(long rule) {
        this.rule = rule;
    }

    boolean isOf(long hash) {
        return rule == hash;
    }

    boolean isQuiet(long at) {
        return at < quietUntil;
    }

    void quietUntil(long instant) {
        quietUntil = instant;
    }

    @Nullable
    Raised open() {
        return open;
    }

    void open(@Nullable Raised raised) {
        open = raised;
    }

    /** Whether it can be forgotten. */
    boolean isOver(long now) {
        return open == null && now >= quietUntil;
    }

    void write(StateWriter out) {
        out.fixed(rule).instant(quietUntil).flag(open != null);
        if (open != null) {
            out.instant(open.at()).flag(open.shadow());
            KeptEvents.write(open.match(), out);
        }
    }

    static RuleNote read(StateReader in) {
        RuleNote read = new RuleNote(in.fixed());
        read.quietUntil = in.instant();
        if (in.flag()) {
            long at = in.instant();
            boolean shadow = in.flag();
            read.open = new Raised(KeptEvents.readMatch(in), at, shadow);
        }
        return read;
    }
}
