package dev.latido.health;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** What is known of a customer's subscriptions: of each, whether it is active by the latest event about it. */
final class Subscriptions {

    private long[] ids = new long[1];
    private long[] ats = new long[1];
    private boolean[] active = new boolean[1];
    private int size;

    /** Takes in an event about a subscription; with one too many, the one that was heard of longest ago goes. */
    void heard(long id, boolean isActive, long at, int limit) {
        int index = 0;
        while (index < size && ids[index] != id) {
            index++;
        }
        if (index == size) {
            append(id, isActive, at);
            while (size > limit) {
                removeOldest();
            }
        } else if (at >= ats[index]) {
            ats[index] = at;
            active[index] = isActive;
        }
    }

    /** Whether at least one is known to have ended and none is known to be active. */
    boolean allEnded() {
        for (int i = 0; i < size; i++) {
            if (active[i]) {
                return false;
            }
        }
        return size > 0;
    }

    private void append(long id, boolean isActive, long at) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
            ats = Arrays.copyOf(ats, size * 2);
            active = Arrays.copyOf(active, size * 2);
        }
        ids[size] = id;
        ats[size] = at;
        active[size++] = isActive;
    }

    private void removeOldest() {
        int oldest = 0;
        for (int i = 1; i < size; i++) {
            if (ats[i] < ats[oldest]) {
                oldest = i;
            }
        }
        size--;
        System.arraycopy(ids, oldest + 1, ids, oldest, size - oldest);
        System.arraycopy(ats, oldest + 1, ats, oldest, size - oldest);
        System.arraycopy(active, oldest + 1, active, oldest, size - oldest);
    }

    void write(StateWriter out) {
        out.number(size);
        for (int i = 0; i < size; i++) {
            out.fixed(ids[i]).instant(ats[i]).flag(active[i]);
        }
    }

    static Subscriptions read(StateReader in) {
        Subscriptions read = new Subscriptions();
        int size = in.count();
        for (int i = 0; i < size; i++) {
            long id = in.fixed();
            long at = in.instant();
            read.append(id, in.flag(), at);
        }
        return read;
    }
}
