package dev.latido.watch.tally;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Arrays;

/** Numbers of rows, one per bin. Immutable. */
public final class Counts {

    private final long[] counts;

    private Counts(long[] counts) {
        this.counts = counts;
    }

    public static Counts of(long... counts) {
        return new Counts(counts.clone());
    }

    /** So many bins without rows. */
    public static Counts none(int bins) {
        return new Counts(new long[bins]);
    }

    public int size() {
        return counts.length;
    }

    public long at(int bin) {
        return counts[bin];
    }

    /** Rows in all bins. */
    public long total() {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    /** The sums, bin by bin, of as many bins. */
    public Counts plus(Counts other) {
        long[] sums = counts.clone();
        other.addTo(sums);
        return new Counts(sums);
    }

    /** Adds these to an array of as many numbers. */
    public void addTo(long[] sums) {
        if (sums.length != counts.length) {
            throw new IllegalArgumentException(counts.length + " bins cannot be added to " + sums.length);
        }
        for (int bin = 0; bin < counts.length; bin++) {
            sums[bin] += counts[bin];
        }
    }

    /** The bins from one, inclusive, to another, exclusive. */
    public Counts part(int from, int to) {
        return new Counts(Arrays.copyOfRange(counts, from, to));
    }

    public long[] toArray() {
        return counts.clone();
    }

    /** Bins without rows take no room of their own. */
    public void write(StateWriter out) {
        out.number(counts.length)
                .number(Arrays.stream(counts).filter(count -> count != 0).count());
        int next = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] != 0) {
                out.number(bin - next).number(counts[bin]);
                next = bin + 1;
            }
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalStateException when the bytes are damaged, or have more than the given number of bins
     */
    public static Counts read(StateReader in, int most) {
        long size = in.number();
        if (size < 0 || size > most) {
            throw new IllegalStateException("the state has " + size + " bins where at most " + most + " can be");
        }
        long[] counts = new long[(int) size];
        int next = 0;
        for (int left = in.count(); left > 0; left--) {
            long bin = next + in.number();
            if (bin < next || bin >= size) {
                throw new IllegalStateException("the state names bin " + bin + " of " + size);
            }
            counts[(int) bin] = in.number();
            next = (int) bin + 1;
        }
        return new Counts(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts);
    }
}
