package dev.latido.explanation;

import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Match.MatchedStep;
import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import dev.latido.rule.format.Kinds;
import dev.latido.rule.format.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how far a match came, what it waited for and why it came no further. */
final class FurthestText {

    private static final int MOST_EVENTS = 20;

    private final Furthest furthest;
    private final Sequence sequence;
    private final Explanation explained;
    private final List<String> lines = new ArrayList<>();

    private FurthestText(Furthest furthest, Explanation explained) {
        this.furthest = furthest;
        this.explained = explained;
        this.sequence = explained.rule().sequence();
    }

    static List<String> of(Furthest furthest, Explanation explained) {
        FurthestText text = new FurthestText(furthest, explained);
        text.write();
        return text.lines;
    }

    /** The events of a match, a line for each. */
    static List<String> timeline(Match match, String customerId) {
        int width = match.steps().stream()
                .mapToInt(step -> step.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (MatchedStep step : match.steps()) {
            List<KeptEvent> events = step.events();
            for (int i = 0; i < events.size(); i++) {
                if (i < MOST_EVENTS || i == events.size() - 1) {
                    KeptEvent event = events.get(i);
                    lines.add("  " + Instant.ofEpochMilli(event.at()) + "  " + step.name()
                            + " ".repeat(width - step.name().length()) + "  " + EventWords.of(event, customerId));
                } else if (i == MOST_EVENTS) {
                    lines.add("  and " + (events.size() - MOST_EVENTS - 1) + " more of step " + step.name()
                            + ", and then");
                }
            }
        }
        return lines;
    }

    private void write() {
        lines.addAll(timeline(furthest.match(), explained.history().customerId()));
        Refusal nearest = furthest.refusals().nearest();
        if (nearest != null) {
            lines.add("  " + nearest.event().at() + "  (" + nearest.step() + ")  " + EventWords.of(nearest.event())
                    + ": not taken");
        }
        Ending ending = furthest.ending();
        lines.add("  " + Instant.ofEpochMilli(ending == null ? explained.until() : ending.at()) + "  "
                + (ending == null ? "the end of what was looked at" : mark(ending)));
        if (ending == null) {
            waiting();
        } else {
            waitedFor("It waited for ");
            lines.add(RefusalText.of(furthest.refusals()));
            lines.add(sentence(ending));
        }
        lines.removeIf(String::isEmpty);
    }

    private static String mark(Ending ending) {
        if (ending instanceof Ending.Forbidden forbidden) {
            return "(not " + forbidden.step() + ")  " + EventWords.of(forbidden.event()) + ": ends it";
        }
        if (ending instanceof Ending.Broken broken) {
            return EventWords.of(broken.event()) + ": ends it";
        }
        return "the time was up";
    }

    private String sentence(Ending ending) {
        Instant at = Instant.ofEpochMilli(ending.at());
        if (ending instanceof Ending.Forbidden forbidden) {
            return "It ended at " + at + ": " + EventWords.of(forbidden.event()) + " came, which step "
                    + forbidden.step() + " forbids.";
        }
        if (ending instanceof Ending.Broken broken) {
            return "It ended at " + at + ": the very next event had to be one of step "
                    + String.join(" or ", broken.awaited()) + ", and was " + EventWords.of(broken.event()) + ".";
        }
        return "Its time was up at " + at + ", " + Spans.words(sequence.withinMillis()) + " after its first event.";
    }

    private void waiting() {
        Step last = sequence.steps().get(sequence.steps().size() - 1);
        if (!furthest.isWhole(sequence)) {
            waitedFor("It still waits for ");
            lines.add(RefusalText.of(furthest.refusals()));
            lines.add(sequence.withinMillis() == 0 ? "" : "Its time will be up at " + deadline() + ".");
        } else if (last.negated()) {
            lines.add("All its events are there. It will fire at " + deadline() + " unless one comes that step "
                    + last.name() + " forbids: " + asked(last) + ".");
        } else {
            lines.add("All its events are there. It is held back as long as an earlier match, which it overlaps, may "
                    + "still be completed.");
        }
    }

    private void waitedFor(String beginning) {
        String steps = furthest.awaited(sequence).stream()
                .map(step -> "step " + step.name() + progress(step) + ": " + asked(step))
                .collect(Collectors.joining("; or "));
        if (!steps.isEmpty()) {
            lines.add(beginning + steps + ".");
        }
    }

    private String progress(Step step) {
        int taken = furthest.match().of(step.name()).size();
        return step.times().isOnce()
                ? ""
                : " (it has " + taken + " of " + step.times().least() + ")";
    }

    private static String asked(Step step) {
        return Kinds.words(step.kinds())
                + step.when()
                        .map(when -> " where " + when.text().strip().replaceAll("\\s+", " "))
                        .orElse("");
    }

    private Instant deadline() {
        long first = furthest.match().steps().stream()
                .flatMap(step -> step.events().stream())
                .mapToLong(KeptEvent::place)
                .min()
                .orElse(0);
        return Instant.ofEpochMilli(first + sequence.withinMillis());
    }
}
