package dev.latido.explanation;

import dev.latido.event.Arrival;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Mode;
import dev.latido.rule.Rule;
import dev.latido.rule.Step;
import dev.latido.rule.format.Kinds;
import dev.latido.rule.format.Spans;
import dev.latido.rule.running.RuleDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An explanation for a person: plain sentences, and what happened in its order. Lines begin with their indentation. */
public final class ExplanationText {

    private static final int MOST_FINDINGS = 50;

    private final Explanation explained;
    private final Rule rule;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explained) {
        this.explained = explained;
        this.rule = explained.rule();
    }

    public static List<String> of(Explanation explained) {
        ExplanationText text = new ExplanationText(explained);
        text.write();
        return text.lines;
    }

    private void write() {
        lines.add(verdict());
        lines.add(basis());
        if (!rule.enabled() || rule.mode() == Mode.SHADOW) {
            lines.add("The rule " + (rule.enabled() ? "runs in shadow" : "is switched off")
                    + "; here it is looked at as if it were live.");
        }
        List<Finding> findings = explained.findings();
        findings.stream().limit(MOST_FINDINGS).forEach(this::write);
        if (findings.size() > MOST_FINDINGS) {
            lines.add("");
            lines.add((findings.size() - MOST_FINDINGS) + " more of these are left out.");
        }
        Furthest furthest = explained.furthest();
        if (furthest != null) {
            lines.add("");
            lines.add(findings.isEmpty() ? "The furthest it came:" : "Since then, the furthest it came:");
            lines.addAll(FurthestText.of(furthest, explained));
        } else if (findings.isEmpty()) {
            lines.add("");
            lines.add(nothingBegun());
        }
        if (explained.dropped() > 0) {
            lines.add("");
            lines.add(explained.dropped()
                    + " beginnings of matches were dropped, the oldest first: there were too many.");
        }
    }

    private String verdict() {
        long fired = explained.findings().stream()
                .filter(Finding.Raised.class::isInstance)
                .count();
        return "Rule " + rule.id() + ", version " + rule.version() + ", "
                + (fired == 0 ? "did not fire" : fired == 1 ? "fired once" : "fired " + fired + " times")
                + " for customer " + EventWords.shown(explained.history().customerId()) + " of tenant "
                + EventWords.shown(explained.history().tenantId()) + " up to "
                + Instant.ofEpochMilli(explained.until()) + ".";
    }

    private String basis() {
        List<Arrival> arrivals = explained.history().arrivals();
        long late = arrivals.stream().filter(Arrival::late).count();
        String duplicates = explained.duplicates() == 0 ? "" : ", " + explained.duplicates() + " of them duplicates";
        return (arrivals.size() == 1 ? "There is 1 event" : "There are " + arrivals.size() + " events")
                + " of this customer, from "
                + arrivals.get(0).event().at() + " on" + duplicates
                + (late == 0 ? "." : "; " + late + " came late, which rules do not see.");
    }

    private void write(Finding finding) {
        lines.add("");
        if (finding instanceof Finding.Raised raised) {
            lines.add(raised.alert().at() + "  Alert, " + raised.alert().severity() + ": "
                    + raised.alert().message());
            timeline(raised.match());
            overlapped(raised.overlapped());
        } else if (finding instanceof Finding.Suppressed suppressed) {
            lines.add(Instant.ofEpochMilli(suppressed.at()) + "  Matched again, but alerted nobody: "
                    + reason(suppressed));
            timeline(suppressed.match());
        } else if (finding instanceof Finding.Resolved resolved) {
            lines.add(resolved.alert().at() + "  " + resolved.alert().message());
        }
    }

    private String reason(Finding.Suppressed suppressed) {
        Instant since = Instant.ofEpochMilli(suppressed.since());
        if (!suppressed.open() && rule.cooldownMillis() == 0) {
            return "at once a rule raises at most " + RuleDesk.MOST_ALERTS_AT_ONCE + " alerts.";
        }
        return suppressed.open()
                ? "the alert of " + since + " was open still."
                : "the cooldown after the alert of " + since + " is " + Spans.words(rule.cooldownMillis()) + ".";
    }

    private void overlapped(List<Match> overlapped) {
        if (!overlapped.isEmpty()) {
            lines.add("  Dropped because they overlap this match (skip: "
                    + (rule.sequence().skip().way().text() + " "
                                    + rule.sequence().skip().step())
                            .strip() + "):");
            overlapped.forEach(match -> lines.add("    what began at " + Instant.ofEpochMilli(begun(match))));
        }
    }

    private static long begun(Match match) {
        return match.steps().stream()
                .flatMap(step -> step.events().stream())
                .mapToLong(KeptEvent::place)
                .min()
                .orElse(0);
    }

    private void timeline(Match match) {
        lines.addAll(FurthestText.timeline(match, explained.history().customerId()));
    }

    private String nothingBegun() {
        if (explained.atStart().nearest() != null) {
            return "Nothing has begun. " + RefusalText.of(explained.atStart());
        }
        Step first = rule.sequence().steps().get(0);
        return "Nothing has begun: among the events is none that step " + first.name() + " looks for ("
                + Kinds.words(first.kinds()) + ").";
    }
}
