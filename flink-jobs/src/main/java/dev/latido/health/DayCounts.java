package dev.latido.health;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** A count for each of the last days, days without one left out; never longer than its window. */
final class DayCounts {

    private final int window;
    private int[] days = new int[4];
    private long[] counts = new long[4];
    private int size;
    private long total;

    /** @param window how many days are kept, today included */
    DayCounts(int window) {
        this.window = window;
    }

    /** Adds to a day, unless it lies before the window that ends today. */
    void add(int day, long amount, int today) {
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
    void advance(int today) {
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
    long total() {
        return total;
    }

    /** Number of days that were added to. */
    int days() {
        return size;
    }

    /** Sum over the days from {@code first} on. */
    long totalSince(int first) {
        long sum = 0;
        for (int i = size - 1; i >= 0 && days[i] >= first; i--) {
            sum += counts[i];
        }
        return sum;
    }

    private void insert(int index, int day) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        System.arraycopy(days, index, days, index + 1, size - index);
        System.arraycopy(counts, index, counts, index + 1, size - index);
        days[index] = day;
        counts[index] = 0;
        size++;
    }

    void write(StateWriter out) {
        out.number(size);
        int previous = 0;
        for (int i = 0; i < size; i++) {
            out.signed(days[i] - previous).number(counts[i]);
            previous = days[i];
        }
    }

    static DayCounts read(int window, StateReader in) {
        DayCounts read = new DayCounts(window);
        int size = in.count();
        read.days = new int[Math.max(size, 4)];
        read.counts = new long[Math.max(size, 4)];
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
