package dev.latido.backtest.output;

import dev.latido.backtest.Accuracy;
import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.Counterpart;
import dev.latido.backtest.RuleChange;
import dev.latido.backtest.TruthSummary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said about a report in sentences: what it is of, and what speaks against trusting it. */
public final class Notes {

    private Notes() {}

    /** What the report is of. */
    public static List<String> head(BacktestReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(Figures.count(report.customers(), "customer") + ", "
                + date(report.span().from()) + " to "
                + date(report.span().to()) + " ("
                + Figures.number(report.span().length().toHours() / 24.0) + " days), "
                + Figures.count(report.rules().size(), "rule"));
        report.truth()
                .ifPresent(truth -> lines.add(Figures.count(truth.churned(), "customer")
                        + " left; an alert is right when its customer leaves within "
                        + report.horizon().toDays() + " days after it"));
        return lines;
    }

    /** What a reader should know before they believe the numbers. */
    public static List<String> doubts(BacktestReport report) {
        List<String> notes = new ArrayList<>();
        if (report.truth().isEmpty()) {
            notes.add("No truth was given, so nothing is said about whether the alerts were right.");
            return notes;
        }
        report.truth().ifPresent(truth -> doubts(report, truth, notes));
        report.live().accuracy().ifPresent(accuracy -> doubts(accuracy, notes));
        if (report.counterparts().stream().anyMatch(one -> one.counterpart().kind() == Counterpart.Kind.MODEL)) {
            notes.add("A model looks better than it is on days that it learned from; its card says which those are.");
        }
        return notes;
    }

    /** Which rules a comparison has nothing to say about. */
    public static Optional<String> same(Comparison comparison) {
        List<String> same = comparison.rules().stream()
                .filter(rule -> rule.kind() == RuleChange.Kind.SAME)
                .map(RuleChange::ruleId)
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of("The same in both: " + String.join(", ", same) + ".");
    }

    private static void doubts(BacktestReport report, TruthSummary truth, List<String> notes) {
        if (truth.baseRate().isEmpty()) {
            notes.add("The data is not longer than the horizon, so no alert can be judged; try a shorter --horizon.");
        } else if (report.span().length().compareTo(report.horizon().multipliedBy(2)) < 0) {
            notes.add("Only alerts up to " + date(report.span().to().minus(report.horizon()))
                    + " are judged, because the horizon is long for this data; a shorter --horizon judges more.");
        }
        add(truth.unknown(), "in the truth file of whom the data has no event; left out.", notes);
        add(truth.leftBeforeFirstEvent(), "who left before their first event; never at risk.", notes);
        add(truth.leftAfterEnd(), "who left after the end of the data; recall leaves them out.", notes);
        add(
                truth.eventsAfterLeaving(),
                "who have events more than a day after they left; is the truth file's time right?",
                notes);
    }

    private static void doubts(Accuracy live, List<String> notes) {
        if (live.gone() > 0) {
            notes.add(Figures.count(live.gone(), "alert")
                    + " named customers who had left already; that counts as wrong.");
        }
        if (live.undecidedChurned() > 0) {
            notes.add("Of the open alerts, " + Figures.count(live.undecidedChurned())
                    + " came true already; to count only those would flatter the rules.");
        }
    }

    private static void add(int customers, String what, List<String> notes) {
        if (customers > 0) {
            notes.add(Figures.count(customers, "customer") + " " + what);
        }
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
