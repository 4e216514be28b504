package dev.latido.simulator.business;

import java.util.List;
import java.util.SplittableRandom;

/** Random draws from one seed, the same on every machine: only exact or strict arithmetic. */
public final class Chance {

    private static final double UNIT = 0x1.0p-53;

    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Two numbers made one, well mixed: the seed of something that belongs to both. */
    public static long mix(long a, long b) {
        long z = a + 0x9e3779b97f4a7c15L * (b + 1);
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** A mixed number as a fraction in [0, 1). */
    public static double fraction(long mixed) {
        return (mixed >>> 11) * UNIT;
    }

    /** A number in [0, 1). */
    public double unit() {
        return fraction(random.nextLong());
    }

    public boolean happens(double probability) {
        return unit() < probability;
    }

    /** A whole number in [0, bound). */
    public int below(int bound) {
        return (int) (unit() * bound);
    }

    public double between(double low, double high) {
        return low + unit() * (high - low);
    }

    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /** A nearly normal number of mean 0 and deviation 1, never beyond 6. */
    public double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    /** A number whose logarithm is normal. */
    public double around(double median, double deviation) {
        return median * StrictMath.exp(deviation * normal());
    }

    /** How many of many rare things happen. */
    public int count(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = unit();
        int count = 0;
        while (product > limit) {
            product *= unit();
            count++;
        }
        return count;
    }

    /** One of them, each as likely. */
    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** One of them, drawn in proportion to its weight; the last one when no weight is positive. */
    public <T> T pick(List<T> choices, double... weights) {
        return choices.get(weighted(weights));
    }

    /** An index, drawn in proportion to its weight; the last one when no weight is positive. */
    public int weighted(double... weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = unit() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
