package dev.latido.memory;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The days on which each of several things was seen, over the last {@value #WINDOW_DAYS}. Things are known by their hashes;
 * of more than a given number, those that were seen last are remembered.
 */
public final class Sightings {

    /** How far back days are known, today included. */
    public static final int WINDOW_DAYS = 60;

    private static final int MONTH_DAYS = 30;
    private static final int FIRST_CAPACITY = 4;
    private static final long[] NO_LONGS = {};
    private static final int[] NO_INTS = {};
    private static final long WINDOW_BITS = -1L >>> (Long.SIZE - WINDOW_DAYS);

    private final int most;

    /** Ascending. */
    private long[] things = NO_LONGS;

    private int[] lastDays = NO_INTS;
    /** Bit n is set when the thing was seen n days before its last day. */
    private long[] days = NO_LONGS;

    private int size;

    /** The day for which the two counts hold; {@link Integer#MIN_VALUE} when they have to be counted anew. */
    private int countedOn = Integer.MIN_VALUE;

    private int recent;
    private int before;

    /** @param most how many things are remembered; with one more, the one that has not been seen for the longest goes */
    public Sightings(int most) {
        this.most = most;
    }

    /** Takes in that a thing was seen, unless that was before the window that ends today. */
    public void seen(long thing, int day, int today) {
        if (day <= today - WINDOW_DAYS) {
            return;
        }
        int index = Arrays.binarySearch(things, 0, size, thing);
        if (index >= 0) {
            seenAgain(index, day);
        } else {
            insert(-index - 1, thing, day);
            if (size > most) {
                removeLongestUnseen();
            }
            countedOn = Integer.MIN_VALUE;
        }
    }

    private void seenAgain(int index, int day) {
        int later = day - lastDays[index];
        long known = days[index];
        if (later > 0) {
            days[index] = later < Long.SIZE ? (known << later | 1) & WINDOW_BITS : 1;
            lastDays[index] = day;
        } else if (-later < WINDOW_DAYS) {
            days[index] = known | 1L << -later;
        }
        if (days[index] != known || later > 0) {
            countedOn = Integer.MIN_VALUE;
        }
    }

    /** How many of the things were seen in the last 30 days. */
    public int recent(int today) {
        count(today);
        return recent;
    }

    /** How many of the things were seen in the 30 days before the last 30. */
    public int before(int today) {
        count(today);
        return before;
    }

    private void count(int today) {
        if (countedOn == today) {
            return;
        }
        forget(today);
        int lastMonth = today - MONTH_DAYS;
        recent = 0;
        before = 0;
        for (int i = 0; i < size; i++) {
            recent += lastDays[i] > lastMonth ? 1 : 0;
            before += isSeen(i, lastMonth - MONTH_DAYS + 1, lastMonth) ? 1 : 0;
        }
        countedOn = today;
    }

    private boolean isSeen(int index, int first, int last) {
        int from = Math.max(0, lastDays[index] - last);
        int to = Math.min(Long.SIZE - 1, lastDays[index] - first);
        return to >= from && (days[index] >>> from & -1L >>> (Long.SIZE - 1 - (to - from))) != 0;
    }

    /** On how many of the days from {@code first} to {@code last}, both counted, within the window, the thing was seen. */
    public int daysSeen(long thing, int first, int last) {
        int index = Arrays.binarySearch(things, 0, size, thing);
        if (index < 0) {
            return 0;
        }
        int count = 0;
        for (int day = first; day <= last; day++) {
            int before = lastDays[index] - day;
            count += before >= 0 && before < WINDOW_DAYS ? (int) (days[index] >>> before & 1) : 0;
        }
        return count;
    }

    /** The things seen on the given day or later, ascending. */
    public long[] seenSince(int day) {
        long[] found = new long[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (lastDays[i] >= day) {
                found[count++] = things[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Forgets the things that are none of these any more. */
    public void retain(LongPredicate known) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (known.test(things[i])) {
                move(i, kept++);
            }
        }
        size = kept;
        countedOn = Integer.MIN_VALUE;
    }

    private void forget(int today) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (lastDays[i] > today - WINDOW_DAYS) {
                move(i, kept++);
            }
        }
        size = kept;
    }

    private void removeLongestUnseen() {
        int longest = 0;
        for (int i = 1; i < size; i++) {
            if (lastDays[i] < lastDays[longest]) {
                longest = i;
            }
        }
        for (int i = longest + 1; i < size; i++) {
            move(i, i - 1);
        }
        size--;
    }

    private void move(int from, int to) {
        things[to] = things[from];
        lastDays[to] = lastDays[from];
        days[to] = days[from];
    }

    private void insert(int index, long thing, int day) {
        if (size == things.length) {
            int capacity = Math.max(FIRST_CAPACITY, size * 2);
            things = Arrays.copyOf(things, capacity);
            lastDays = Arrays.copyOf(lastDays, capacity);
            days = Arrays.copyOf(days, capacity);
        }
        System.arraycopy(things, index, things, index + 1, size - index);
        System.arraycopy(lastDays, index, lastDays, index + 1, size - index);
        System.arraycopy(days, index, days, index + 1, size - index);
        things[index] = thing;
        lastDays[index] = day;
        days[index] = 1;
        size++;
    }

    public void write(StateWriter out) {
        out.number(size);
        int previous = 0;
        for (int i = 0; i < size; i++) {
            out.fixed(things[i]).signed(lastDays[i] - previous).number(days[i]);
            previous = lastDays[i];
        }
    }

    public static Sightings read(int most, StateReader in) {
        return read(most, true, in);
    }

    /** Reads a form without the days before the last one. */
    public static Sightings readLastDays(int most, StateReader in) {
        return read(most, false, in);
    }

    private static Sightings read(int most, boolean withDays, StateReader in) {
        Sightings read = new Sightings(most);
        read.size = in.count();
        if (read.size > 0) {
            read.things = new long[Math.max(read.size, FIRST_CAPACITY)];
            read.lastDays = new int[read.things.length];
            read.days = new long[read.things.length];
        }
        int previous = 0;
        for (int i = 0; i < read.size; i++) {
            read.things[i] = in.fixed();
            previous += in.integer();
            read.lastDays[i] = previous;
            read.days[i] = withDays ? in.number() : 1;
        }
        return read;
    }
}
