package dev.latido.rule.running;

import static java.util.Objects.requireNonNull;

import dev.latido.rule.engine.Matcher;
import dev.latido.rule.engine.PartialMatches;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * The partial matches of a customer for one version of a rule. They are bytes until the version is known, which is when the
 * customer is touched for the first time.
 */
final class RuleMemory {

    private final long rule;
    private long instance;
    private long deadline;
    private int size;
    private long base;
    private byte[] bytes = {};
    private @Nullable Matcher matcher;
    private @Nullable PartialMatches matches;

    /**
     * An empty memory.
     *
     * @param rule hash of the rule's id
     */
    RuleMemory(long rule, RunningRule running) {
        this.rule = rule;
        instance = running.instance();
        matcher = running.matcher();
        matches = new PartialMatches();
        measure();
    }

    private RuleMemory(long rule) {
        this.rule = rule;
    }

    boolean isOf(long hash) {
        return rule == hash;
    }

    /** Number of the change that put the version in force. */
    long instance() {
        return instance;
    }

    /** From now on the partial matches are those of another version. */
    void carryTo(long newInstance) {
        if (matches != null) {
            StateWriter out = new StateWriter(base);
            matches.write(out, requireNonNull(matcher));
            bytes = out.toBytes();
            matches = null;
            matcher = null;
        }
        instance = newInstance;
    }

    /** The partial matches, to be changed; {@link #measure} after that. */
    PartialMatches matches(RunningRule running) {
        PartialMatches known = matches;
        if (known == null) {
            StateReader in = new StateReader(bytes, 0);
            in.base(base);
            known = PartialMatches.read(in, running.matcher());
            in.end();
            matches = known;
            matcher = running.matcher();
            bytes = new byte[0];
        }
        return known;
    }

    void measure() {
        if (matches != null) {
            deadline = matches.deadline();
            size = matches.size();
        }
    }

    long deadline() {
        return deadline;
    }

    /** How many partial matches there are. */
    int size() {
        return size;
    }

    void write(StateWriter out) {
        out.fixed(rule).number(instance).number(size).fixed(deadline).fixed(base);
        if (matches == null) {
            out.bytes(bytes);
        } else {
            StateWriter inner = new StateWriter(base);
            matches.write(inner, requireNonNull(matcher));
            out.bytes(inner.toBytes());
        }
    }

    static RuleMemory read(StateReader in) {
        RuleMemory read = new RuleMemory(in.fixed());
        read.instance = in.number();
        read.size = (int) in.number();
        read.deadline = in.fixed();
        read.base = in.fixed();
        read.bytes = in.bytes();
        return read;
    }
}
