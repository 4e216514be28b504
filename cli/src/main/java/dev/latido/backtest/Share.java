package dev.latido.backtest;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A part of a whole, and how sure one can be of it.
 *
 * <p>The interval is Wilson's score interval at 95 %: with p = hits / of, n = of and z = 1.96,
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1, and is wide where there is little to go by.
 */
public record Share(int hits, int of) {

    /** The quantile of the normal distribution that leaves 2.5 % above it. */
    private static final double Z = 1.959963984540054;

    public Share {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
    }

    static <T> Share of(Collection<T> all, Predicate<T> hit) {
        return new Share((int) all.stream().filter(hit).count(), all.size());
    }

    /** Hits / of; empty where there is nothing to have a share of. */
    public OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
    }

    /** The lower end of the interval; 0 where there is nothing to have a share of. */
    public double low() {
        return hits == 0 ? 0 : bound(-1);
    }

    /** The upper end of the interval; 1 where there is nothing to have a share of. */
    public double high() {
        return hits == of ? 1 : bound(1);
    }

    private double bound(int side) {
        double n = of;
        double p = hits / n;
        double margin = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (p + Z * Z / (2 * n) + side * margin) / (1 + Z * Z / n);
    }
}
