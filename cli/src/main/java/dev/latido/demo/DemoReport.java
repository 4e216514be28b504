package dev.latido.demo;

import dev.latido.demo.AlertBook.Hindsight;
import dev.latido.health.Band;
import dev.latido.models.ShippedModels;
import dev.latido.replay.ReplaySummary;
import dev.latido.simulator.SimulationPlan;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What there is to say at the end. */
final class DemoReport {

    private static final int LOWEST = 10;

    private final LiveView view;

    DemoReport(LiveView view) {
        this.view = view;
    }

    void print(ReplaySummary summary, Standings standings, AlertBook alerts, Hindsight hindsight) {
        events(summary);
        alerts(alerts);
        customers(standings);
        hindsight(hindsight);
    }

    private void events(ReplaySummary summary) {
        view.line("");
        view.line(
                "Events in %,15d   in %.1f s, %,.0f a second",
                summary.in(), summary.seconds(), summary.in() / Math.max(summary.seconds(), 1e-3));
        count("applied", summary.applied(), "in the order of their time");
        count(
                "late",
                summary.late(),
                "out of order by more than the bound, counted all the same; see topic late-events");
        count("duplicates", summary.duplicates(), "known already, dropped");
        count("ignored", summary.ignored(), "of kinds that say nothing about health");
        count("dead letters", summary.deadLetters(), "unreadable; see topic dead-letters");
    }

    private void count(String name, long count, String meaning) {
        view.line("  %-14s %,8d   %s", name, count, meaning);
    }

    private void alerts(AlertBook alerts) {
        view.line("");
        view.line("%-50s %6s %6s %8s", "Alerts", "opened", "raised", "resolved");
        if (alerts.tallies().isEmpty()) {
            view.line("  none");
        }
        alerts.tallies()
                .forEach((sort, tally) -> view.line(
                        "  %-37s %-10s %,6d %,6d %,8d",
                        sort.ruleId(), sort.severity(), tally.opened(), tally.raised(), tally.resolved()));
    }

    private void customers(Standings standings) {
        view.line("");
        view.line("Customers %,15d", standings.customers());
        view.line("  %s", bands(standings));
        view.line("");
        view.line("Lowest scores, of those who have not cancelled");
        for (Standing standing : standings.lowest(LOWEST)) {
            view.line(
                    "  %-13s %5.1f  %-10s %s",
                    standing.customerId(),
                    standing.score(),
                    standing.band().replace('_', ' '),
                    String.join(", ", standing.signals()));
        }
    }

    static String bands(Standings standings) {
        return Stream.of(Band.values())
                .filter(band -> standings.in(band) > 0)
                .map(band -> String.format(Locale.ROOT, "%s %,d", band.text().replace('_', ' '), standings.in(band)))
                .collect(Collectors.joining("  "));
    }

    private void hindsight(Hindsight hindsight) {
        view.line("");
        view.line("What the simulation knows, which is a made-up world and no promise");
        count("left", hindsight.left(), "customers, by now");
        count(
                "after an alert",
                hindsight.warned(),
                "of them"
                        + hindsight
                                .medianNotice()
                                .map(notice -> ", half of these %d days or more before".formatted(notice.toDays()))
                                .orElse(""));
        count("alerted", hindsight.alerted(), "customers, whether they left or not");
    }

    void whereToLook(SimulationPlan simulation, @Nullable Path out) {
        view.line("");
        view.line("Where to look further");
        if (out != null) {
            view.line("  %s has every score, alert, dead letter and late event as JSON lines", out);
        }
        view.line(
                "  README.md and ARCHITECTURE.md; every number above follows from config/latido.yaml and config/rules");
        view.line("  the same events as files, and the same job over them, or over files of your own:");
        view.line(
                "    ./latido simulate --out sim --customers %d --days %d --seed %d --start %s",
                simulation.customers(), simulation.days(), simulation.seed(), simulation.start());
        view.line("    ./latido replay --aliases sim/aliases.csv --out results \\");
        view.line("      --source segment=sim/clickstream.jsonl.gz --source stripe=sim/billing.jsonl.gz \\");
        view.line("      --source zendesk=sim/support.jsonl.gz --source latido=sim/feedback.jsonl.gz \\");
        view.line("      --model %s", String.join(" \\\n      --model ", ShippedModels.places()));
        view.line(
                "  why a rule fired or did not, and what rules are worth: ./latido rules explain --help, ./latido backtest --help");
        view.line("  your own Kafka: ./latido topics --help, ./latido run --help");
    }
}
