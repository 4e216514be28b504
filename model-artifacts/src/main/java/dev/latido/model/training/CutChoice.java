package dev.latido.model.training;

import dev.latido.model.artifact.Cuts;
import dev.latido.model.evaluation.LabelledScores;
import java.util.Locale;
import java.util.Optional;

/** What the cuts of a model are to be chosen for, on rows that it did not learn from. */
public interface CutChoice {

    /** None are chosen. */
    CutChoice NONE = checked -> Optional.empty();

    /** The cuts for rows like these; empty where none are to be chosen. */
    Optional<Cuts> of(LabelledScores checked);

    /**
     * As many as possible are high, but so that this share of them comes true; of those that are medium or high, a share half
     * way between the base rate and this one.
     *
     * @param precision above 0 and below 1
     */
    static CutChoice precision(double precision) {
        return checked -> {
            CutSearch search = new CutSearch(checked);
            double high = search.lowest(precision);
            double medium = search.lowest(Math.min(precision, (precision + checked.baseRate()) / 2));
            return Optional.of(new Cuts(
                    high,
                    Math.min(high, medium),
                    "a precision of " + plain(precision)
                            + " above high, and half way from the base rate to it above medium, on validation"));
        };
    }

    /**
     * So large a share of the rows is high; three times as many are medium or high.
     *
     * @param capacity above 0 and at most a third
     */
    static CutChoice capacity(double capacity) {
        return checked -> {
            CutSearch search = new CutSearch(checked);
            return Optional.of(new Cuts(
                    search.atShare(capacity),
                    search.atShare(3 * capacity),
                    "a share of " + plain(capacity) + " of the rows above high and " + plain(3 * capacity)
                            + " above medium, on validation"));
        };
    }

    private static String plain(double share) {
        return String.format(Locale.ROOT, "%.4f", share).replaceAll("\\.?0+$", "");
    }
}
