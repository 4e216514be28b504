package dev.latido.customer;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** The latest event ids, as hashes, each with the place at which its event was applied. */
final class RecentIds {

    private static final int FIRST_CAPACITY = 8;
    private static final int TRACES_PER_ID = 8;

    private long[] ids;
    private long[] places;
    /** How many ids share a trace (some bits of the id): where it is zero, no search is needed. */
    private short[] traces;

    private int head;
    private int size;

    RecentIds() {
        this(FIRST_CAPACITY);
    }

    /** @param capacity a power of two */
    private RecentIds(int capacity) {
        ids = new long[capacity];
        places = new long[capacity];
        traces = new short[capacity * TRACES_PER_ID];
    }

    /** Whether the id was added with a place not before {@code since}. */
    boolean contains(long id, long since) {
        if (traces[trace(id)] == 0) {
            return false;
        }
        for (int i = size - 1; i >= 0; i--) {
            int slot = slot(i);
            if (ids[slot] == id && places[slot] >= since) {
                return true;
            }
        }
        return false;
    }

    /** Adds an id; the oldest ones go when there are more than {@code limit}. */
    void add(long id, long place, int limit) {
        if (size == ids.length) {
            grow();
        }
        ids[slot(size)] = id;
        places[slot(size)] = place;
        traces[trace(id)]++;
        size++;
        while (size > limit) {
            removeOldest();
        }
    }

    void forgetBefore(long since) {
        while (size > 0 && places[head] < since) {
            removeOldest();
        }
    }

    private void removeOldest() {
        traces[trace(ids[head])]--;
        head = slot(1);
        size--;
    }

    /** The id is a hash: any of its bits will do. */
    private int trace(long id) {
        return (int) id & (traces.length - 1);
    }

    /** The capacity is a power of two. */
    private int slot(int index) {
        return (head + index) & (ids.length - 1);
    }

    private void grow() {
        long[] moreIds = new long[size * 2];
        long[] morePlaces = new long[size * 2];
        for (int i = 0; i < size; i++) {
            moreIds[i] = ids[slot(i)];
            morePlaces[i] = places[slot(i)];
        }
        ids = moreIds;
        places = morePlaces;
        traces = new short[ids.length * TRACES_PER_ID];
        for (int i = 0; i < size; i++) {
            traces[trace(ids[i])]++;
        }
        head = 0;
    }

    void write(StateWriter out) {
        out.number(size);
        long previous = 0;
        for (int i = 0; i < size; i++) {
            long place = places[slot(i)];
            out.fixed(ids[slot(i)]);
            if (i == 0) {
                out.instant(place);
            } else {
                out.signed(place - previous);
            }
            previous = place;
        }
    }

    static RecentIds read(StateReader in) {
        int size = in.count();
        RecentIds read = new RecentIds(Math.max(FIRST_CAPACITY, Integer.highestOneBit(size) * 2));
        long place = 0;
        for (int i = 0; i < size; i++) {
            long id = in.fixed();
            place = i == 0 ? in.instant() : place + in.signed();
            read.add(id, place, Integer.MAX_VALUE);
        }
        return read;
    }
}
