package dev.latido.memory;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** Of each of several things, known by their hashes, whether something holds, by the latest event about it. */
public final class LatestFlags {

    private static final int FIRST_CAPACITY = 1;
    private static final long[] NO_LONGS = {};
    private static final boolean[] NO_FLAGS = {};

    private long[] ids = NO_LONGS;
    private long[] ats = NO_LONGS;
    private boolean[] flags = NO_FLAGS;
    private int size;

    /**
     * Takes in an event about a thing, unless a later one is known.
     *
     * @param most how many things are remembered; with one more, the one that was heard of longest ago goes
     */
    public void heard(long id, boolean holds, long at, int most) {
        int index = indexOf(id);
        if (index == size) {
            append(id, holds, at);
            while (size > most) {
                removeOldest();
            }
        } else if (at >= ats[index]) {
            ats[index] = at;
            flags[index] = holds;
        }
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether it holds for the thing; false where that is not known. */
    public boolean holds(long id) {
        int index = indexOf(id);
        return index < size && flags[index];
    }

    /** Whether it holds for at least one of the things. */
    public boolean any() {
        return any(id -> true);
    }

    /** Whether it holds for at least one of those things. */
    public boolean any(LongPredicate ofThese) {
        for (int i = 0; i < size; i++) {
            if (flags[i] && ofThese.test(ids[i])) {
                return true;
            }
        }
        return false;
    }

    /** For how many of the things that were heard of at the instant or later it holds. */
    public int countSince(long instant) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += flags[i] && ats[i] >= instant ? 1 : 0;
        }
        return count;
    }

    /** Forgets the things that were heard of before the instant only. */
    public void forgetBefore(long instant) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (ats[i] >= instant) {
                ids[kept] = ids[i];
                flags[kept] = flags[i];
                ats[kept++] = ats[i];
            }
        }
        size = kept;
    }

    private int indexOf(long id) {
        int index = 0;
        while (index < size && ids[index] != id) {
            index++;
        }
        return index;
    }

    private void append(long id, boolean holds, long at) {
        if (size == ids.length) {
            int capacity = Math.max(FIRST_CAPACITY, size * 2);
            ids = Arrays.copyOf(ids, capacity);
            ats = Arrays.copyOf(ats, capacity);
            flags = Arrays.copyOf(flags, capacity);
        }
        ids[size] = id;
        ats[size] = at;
        flags[size++] = holds;
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
        System.arraycopy(flags, oldest + 1, flags, oldest, size - oldest);
    }

    public void write(StateWriter out) {
        out.number(size);
        for (int i = 0; i < size; i++) {
            out.fixed(ids[i]).instant(ats[i]).flag(flags[i]);
        }
    }

    public static LatestFlags read(StateReader in) {
        LatestFlags read = new LatestFlags();
        int size = in.count();
        for (int i = 0; i < size; i++) {
            long id = in.fixed();
            long at = in.instant();
            read.append(id, in.flag(), at);
        }
        return read;
    }
}
