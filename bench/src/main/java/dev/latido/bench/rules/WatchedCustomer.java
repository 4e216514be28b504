package dev.latido.bench.rules;

import dev.latido.rule.running.RuleDesk;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** A customer as far as rules go. */
final class WatchedCustomer {

    /** One with whom nothing has begun; never changed. */
    static final WatchedCustomer NOBODY = new WatchedCustomer(new RuleDesk());

    private final RuleDesk desk;
    private long timerAt = Long.MAX_VALUE;
    private boolean changed;

    WatchedCustomer(RuleDesk desk) {
        this.desk = desk;
    }

    RuleDesk desk() {
        return desk;
    }

    /** The instant for which a timer is set; Long.MAX_VALUE when for none. */
    long timerAt() {
        return timerAt;
    }

    void timerAt(long instant) {
        timerAt = instant;
    }

    /** Whether its bytes in the store are old. */
    boolean isChanged() {
        return changed;
    }

    void changed(boolean since) {
        changed = since;
    }

    byte[] encode() {
        StateWriter out = new StateWriter(0);
        out.fixed(timerAt);
        desk.write(out);
        return out.toBytes();
    }

    static WatchedCustomer decode(byte[] bytes) {
        StateReader in = new StateReader(bytes, 0);
        in.base(0);
        long timerAt = in.fixed();
        WatchedCustomer read = new WatchedCustomer(RuleDesk.read(in));
        read.timerAt = timerAt;
        return read;
    }
}
