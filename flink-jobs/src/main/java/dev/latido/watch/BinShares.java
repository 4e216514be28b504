package dev.latido.watch;

import dev.latido.watch.report.BinShare;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ReferenceVariable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which part of the rows is in which range of a variable, in training and now. */
final class BinShares {

    private static final int MOST = 3;
    private static final double PERCENT = 100;

    private final ReferenceVariable reference;
    private final Counts counts;

    BinShares(ReferenceVariable reference, Counts counts) {
        this.reference = reference;
        this.counts = counts;
    }

    /** The ranges whose part has changed most, the most changed first. */
    List<BinShare> mostChanged() {
        return IntStream.range(0, counts.size())
                .mapToObj(this::share)
                .filter(share -> share.now() != share.then())
                .sorted(Comparator.comparingDouble(share -> -Math.abs(share.now() - share.then())))
                .limit(MOST)
                .toList();
    }

    private BinShare share(int bin) {
        List<Float> edges = reference.bins().edges();
        boolean missing = bin == edges.size() + 1;
        return new BinShare(
                missing || bin == 0 ? null : decimal(edges.get(bin - 1)),
                missing || bin == edges.size() ? null : decimal(edges.get(bin)),
                missing,
                Rounded.of((double) reference.expected().at(bin)
                        / reference.expected().total()),
                Rounded.of((double) counts.at(bin) / counts.total()));
    }

    /** The number that a float shows, not the one it is: 0.1 instead of 0.10000000149. */
    private static Double decimal(Float edge) {
        return Double.valueOf(edge.toString());
    }

    /** The same in a sentence. */
    String inWords() {
        return mostChanged().stream()
                        .map(share -> range(share) + " " + percent(share.then()) + " in training, "
                                + percent(share.now()) + " now")
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static String range(BinShare share) {
        if (share.missing()) {
            return "missing:";
        }
        Double above = share.above();
        Double upTo = share.upTo();
        if (above == null) {
            return upTo == null ? "any value:" : "up to " + number(upTo) + ":";
        }
        return upTo == null
                ? "above " + number(above) + ":"
                : "above " + number(above) + " up to " + number(upTo) + ":";
    }

    private static String number(@Nullable Double value) {
        String text = String.valueOf(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * PERCENT);
    }
}
