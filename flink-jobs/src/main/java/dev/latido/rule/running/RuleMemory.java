package dev.latido.rule.running;

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
    /** Nothing is due before: the instant at which this version took over from another. */
    private long since = Long.MIN_VALUE;

    private byte[] bytes = {};
    private @Nullable PartialMatches matches;

    /**
     * An empty memory.
     *
     * @param rule hash of the rule's id
     */
    RuleMemory(long rule, RunningRule running) {
        this.rule = rule;
        instance = running.instance();
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

    /**
     * From an instant on the partial matches are those of another version, and have the time that it gives them.
     *
     * @param version null where that one is no longer in force either
     */
    void carryTo(long newInstance, @Nullable RunningRule version, long at) {
        instance = newInstance;
        if (version != null) {
            version.matcher().adopt(matches(version));
            since = at;
            measure();
        }
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
            bytes = new byte[0];
        }
        return known;
    }

    void measure() {
        if (matches != null) {
            deadline = Math.max(matches.deadline(), since);
            size = matches.size();
        }
    }

    /** The earliest instant at which time brings something about; {@link Long#MAX_VALUE} when never. */
    long deadline() {
        return deadline;
    }

    /** The instant at which something is known that was known to the matcher at {@code at}. */
    long knownAt(long at) {
        return Math.max(at, since);
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
            matches.write(inner);
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
