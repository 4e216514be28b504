package dev.latido.health;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** The sessions that are going on: one for each user, ordered by their last events, the longest idle first. */
final class OpenSessions {

    private static final int NONE = -1;
    private static final int FIRST_CAPACITY = 4;

    private long[] users = new long[FIRST_CAPACITY];
    private long[] starts = new long[FIRST_CAPACITY];
    private long[] lasts = new long[FIRST_CAPACITY];
    private int[] before = new int[FIRST_CAPACITY];
    private int[] after = new int[FIRST_CAPACITY];
    /** The next slot in the same bucket or, of a slot that is not in use, the next free one. */
    private int[] chain = new int[FIRST_CAPACITY];

    private int[] buckets = new int[FIRST_CAPACITY];
    private int eldest = NONE;
    private int youngest = NONE;
    private int free = NONE;
    private int size;

    OpenSessions() {
        Arrays.fill(buckets, NONE);
        release(0, FIRST_CAPACITY);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Start of the longest idle session. */
    long eldestStart() {
        return starts[eldest];
    }

    /** Last event of the longest idle session. */
    long eldestLast() {
        return lasts[eldest];
    }

    /** Adds an event to the user's session. True: it is a new one. */
    boolean touch(long user, long at) {
        int slot = find(user);
        if (slot == NONE) {
            append(user, at, at);
            return true;
        }
        lasts[slot] = Math.max(lasts[slot], at);
        if (slot != youngest) {
            unlink(slot);
            linkYoungest(slot);
        }
        return false;
    }

    void removeEldest() {
        int slot = eldest;
        unlink(slot);
        int bucket = bucketOf(users[slot]);
        if (buckets[bucket] == slot) {
            buckets[bucket] = chain[slot];
        } else {
            int previous = buckets[bucket];
            while (chain[previous] != slot) {
                previous = chain[previous];
            }
            chain[previous] = chain[slot];
        }
        release(slot, slot + 1);
        size--;
    }

    private int find(long user) {
        int slot = buckets[bucketOf(user)];
        while (slot != NONE && users[slot] != user) {
            slot = chain[slot];
        }
        return slot;
    }

    private void append(long user, long start, long last) {
        if (free == NONE) {
            grow();
        }
        int slot = free;
        free = chain[slot];
        users[slot] = user;
        starts[slot] = start;
        lasts[slot] = last;
        putInBucket(slot);
        linkYoungest(slot);
        size++;
    }

    private void grow() {
        int capacity = users.length;
        users = Arrays.copyOf(users, capacity * 2);
        starts = Arrays.copyOf(starts, capacity * 2);
        lasts = Arrays.copyOf(lasts, capacity * 2);
        before = Arrays.copyOf(before, capacity * 2);
        after = Arrays.copyOf(after, capacity * 2);
        chain = Arrays.copyOf(chain, capacity * 2);
        buckets = new int[capacity * 2];
        Arrays.fill(buckets, NONE);
        for (int slot = 0; slot < capacity; slot++) {
            putInBucket(slot);
        }
        release(capacity, capacity * 2);
    }

    private void release(int from, int to) {
        for (int slot = to - 1; slot >= from; slot--) {
            chain[slot] = free;
            free = slot;
        }
    }

    private void putInBucket(int slot) {
        int bucket = bucketOf(users[slot]);
        chain[slot] = buckets[bucket];
        buckets[bucket] = slot;
    }

    /** The hash of a user is mixed already; the number of buckets is a power of two. */
    private int bucketOf(long user) {
        return (int) user & (buckets.length - 1);
    }

    private void unlink(int slot) {
        if (before[slot] == NONE) {
            eldest = after[slot];
        } else {
            after[before[slot]] = after[slot];
        }
        if (after[slot] == NONE) {
            youngest = before[slot];
        } else {
            before[after[slot]] = before[slot];
        }
    }

    private void linkYoungest(int slot) {
        before[slot] = youngest;
        after[slot] = NONE;
        if (youngest == NONE) {
            eldest = slot;
        } else {
            after[youngest] = slot;
        }
        youngest = slot;
    }

    void write(StateWriter out) {
        out.number(size);
        for (int slot = eldest; slot != NONE; slot = after[slot]) {
            out.fixed(users[slot]).instant(lasts[slot]).number(lasts[slot] - starts[slot]);
        }
    }

    static OpenSessions read(StateReader in) {
        OpenSessions read = new OpenSessions();
        int size = in.count();
        for (int i = 0; i < size; i++) {
            long user = in.fixed();
            long last = in.instant();
            read.append(user, last - in.number(), last);
        }
        return read;
    }
}
