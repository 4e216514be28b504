package dev.latido.memory;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** A count for each of the last days, days without one left out; never longer than its window. */
public final class DayCounts {

    private static final int FIRST_CAPACITY = 4;
    private static final int[] NO_DAYS = {};
    private static final long[] NO_COUNTS = {};

    private final int window;
    private int[] days = NO_DAYS;
    private long[] counts = NO_COUNTS;
    private int size;
    private long total;

    /** @param window how many days are kept, today included */
    public DayCounts(int window) {
        this.window = window;
    }

    /** Adds to a day, unless it lies before the window that ends today. */
    public void add(int day, long amount, int today) {
        if (day <= today - window) {
            return;
        }
        advance(today);
        int index = size;
        while (index > 0 && days[index - 1] > day) {
            index--;
        }
        if (index > 0 && days[index - 1] == day) {
            index--;
        } else {
            insert(index, day);
        }
        counts[index] += amount;
        total += amount;
    }

    /** Forgets the days that lie before the window that ends today. */
    public void advance(int today) {
        int gone = 0;
        while (gone < size && days[gone] <= today - window) {
            total -= counts[gone++];
        }
        if (gone > 0) {
            size -= gone;
            System.arraycopy(days, gone, days, 0, size);
            System.arraycopy(counts, gone, counts, 0, size);
        }
    }

    /** Sum over the window. */
    public long total() {
        return total;
    }

    /** Number of days that were added to. */
    public int days() {
        return size;
    }

    /** Whether nothing was added to any day of the window. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** The latest day that was added to; there must be one. */
    public int lastDay() {
        return days[size - 1];
    }

    /** Number of days that were added to, from {@code first} on. */
    public int daysSince(int first) {
        int index = size;
        while (index > 0 && days[index - 1] >= first) {
            index--;
        }
        return size - index;
    }

    /** Sum over the days from {@code first} on. */
    public long totalSince(int first) {
        long sum = 0;
        for (int i = size - 1; i >= 0 && days[i] >= first; i--) {
            sum += counts[i];
        }
        return sum;
    }

    private void insert(int index, int day) {
        if (size == days.length) {
            int capacity = Math.max(FIRST_CAPACITY, size * 2);
            days = Arrays.copyOf(days, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        System.arraycopy(days, index, days, index + 1, size - index);
        System.arraycopy(counts, index, counts, index + 1, size - index);
        days[index] = day;
        counts[index] = 0;
        size++;
    }

    public void write(StateWriter out) {
        out.number(size);
        int previous = 0;
        for (int i = 0; i < size; i++) {
            out.signed(days[i] - previous).number(counts[i]);
            previous = days[i];
        }
    }

    public static DayCounts read(int window, StateReader in) {
        DayCounts read = new DayCounts(window);
        int size = in.count();
        if (size > 0) {
            read.days = new int[Math.max(size, FIRST_CAPACITY)];
            read.counts = new long[read.days.length];
        }
        read.size = size;
        int previous = 0;
        for (int i = 0; i < size; i++) {
            previous += in.integer();
            read.days[i] = previous;
            read.counts[i] = in.number();
            read.total += read.counts[i];
        }
        return read;
    }
}
