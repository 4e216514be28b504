package dev.latido.rule.format;

import dev.latido.rule.Contiguity;
import dev.latido.rule.Mode;
import dev.latido.rule.Rule;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import dev.latido.rule.expression.MessageTemplate;
import java.util.ArrayList;
import java.util.List;

/** Says in plain words what a rule says. */
public final class RuleWords {

    private RuleWords() {}

    /** The sentences, each to stand on a line of its own. */
    public static List<String> of(Rule rule) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Rule " + rule.id() + ", version " + rule.version() + ": " + rule.title() + ".");
        sentences.add(sequence(rule.sequence()));
        if (rule.sequence().steps().size() > 1
                || !rule.sequence().steps().get(0).times().isOnce()) {
            sentences.add(skip(rule.sequence().skip()));
        }
        sentences.add(alerts(rule));
        if (rule.message() instanceof MessageTemplate message) {
            sentences.add("The alert says: \"" + StepWords.line(message.text()) + "\"");
        }
        rule.resolution().ifPresent(resolution -> sentences.add(resolved(resolution)));
        sentences.add(change(rule.onChange()));
        if (!rule.enabled()) {
            sentences.add("It is switched off (enabled: false).");
        }
        return List.copyOf(sentences);
    }

    private static String sequence(Sequence sequence) {
        StringBuilder words = new StringBuilder();
        String within = Spans.words(sequence.withinMillis());
        words.append(sequence.withinMillis() == 0 ? "Looks for " : "Within " + within + ": first ");
        List<Step> steps = sequence.steps();
        StringBuilder between = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!step.negated()) {
                words.append(i == 0 ? "" : "; " + StepWords.lead(step) + between)
                        .append(StepWords.of(step));
                between.setLength(0);
            } else if (i == steps.size() - 1) {
                words.append("; ").append(absence(step, within));
            } else {
                between.append(inBetween(step)).append(", ");
            }
        }
        return words.append('.').toString();
    }

    private static String inBetween(Step step) {
        return step.contiguity() == Contiguity.NEXT
                ? "with " + StepWords.none(step) + " directly behind the one before"
                : "with " + StepWords.none(step) + " in between";
    }

    private static String absence(Step step, String within) {
        return step.contiguity() == Contiguity.NEXT
                ? "and the very next event is " + StepWords.none(step)
                : "and then " + StepWords.none(step) + " until " + within
                        + " after the first event are over; it fires at that moment, without an event";
    }

    private static String skip(SkipStrategy skip) {
        return switch (skip.way()) {
            case NONE -> "Every match is found, also where matches share events.";
            case TO_NEXT -> "Of the matches that begin with the same event, the first that is complete counts.";
            case PAST_LAST_EVENT -> "Matches do not overlap: after one, the search begins anew behind its last event.";
            case TO_FIRST -> "After a match, the search goes on from its first event of \"" + skip.step() + "\".";
            case TO_LAST -> "After a match, the search goes on from its last event of \"" + skip.step() + "\".";
        };
    }

    private static String alerts(Rule rule) {
        String often = rule.cooldownMillis() == 0
                ? (rule.resolution().isEmpty() ? ", each time" : "")
                : ", at most once in " + Spans.words(rule.cooldownMillis()) + " per customer";
        return rule.mode() == Mode.SHADOW
                ? "Runs in shadow: what would alert as " + rule.severity().text() + often
                        + ", is counted and written down, and nobody is alerted."
                : "Alerts as " + rule.severity().text() + often + ".";
    }

    private static String resolved(Step resolution) {
        return "Its open alert is resolved by " + StepWords.event(resolution)
                + "; until then, further matches for that customer alert nobody.";
    }

    private static String change(Rule.OnChange onChange) {
        return switch (onChange) {
            case DRAIN -> "When this version takes over, the version before it finishes what it has begun (drain).";
            case RESET -> "When this version takes over, what the version before it has begun is dropped (reset).";
            case CARRY -> "When this version takes over, it goes on with what the version before it has begun (carry).";
        };
    }
}
