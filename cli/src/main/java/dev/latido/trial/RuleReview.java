package dev.latido.trial;

import dev.latido.event.Kind;
import dev.latido.rule.Condition;
import dev.latido.rule.Contiguity;
import dev.latido.rule.CustomerField;
import dev.latido.rule.Rule;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import dev.latido.rule.expression.CelCondition;
import dev.latido.rule.format.RuleCases.Case;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule reads, and what is allowed in it but looks like a mistake. */
public record RuleReview(Rule rule, List<Case> cases) {

    public RuleReview {
        cases = List.copyOf(cases);
    }

    /** The kinds of events that mean something to the rule, and what its conditions read. */
    public String reads() {
        String kinds = Stream.concat(steps(), rule.resolution().stream())
                .flatMap(step -> step.kinds().stream())
                .distinct()
                .sorted()
                .map(Kind::name)
                .collect(Collectors.joining(", "));
        Set<String> operands = new TreeSet<>();
        conditions().map(CelCondition::operands).forEach(operands::addAll);
        return "Reads events of kind " + kinds
                + (operands.isEmpty() ? "." : "; of them and of the customer: " + String.join(", ", operands) + ".");
    }

    /** Each in one sentence. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        steps().forEach(step -> warn(step, warnings));
        if (canFireOften() && rule.cooldownMillis() == 0 && rule.resolution().isEmpty()) {
            warnings.add("It can fire often, and each time it alerts: it has no cooldown.");
        }
        if (conditions().anyMatch(when -> when.reads().contains(CustomerField.CHURN_PROBABILITY))) {
            warnings.add(
                    "It reads customer.churnProbability, which is absent without a model, and of customers in their first days.");
        }
        if (rule.sequence().withinMillis() > 0 && isOneEvent()) {
            warnings.add("Its 'within' has no effect: it looks for a single event.");
        }
        warnAboutCases(warnings);
        return warnings;
    }

    private void warn(Step step, List<String> warnings) {
        step.when().filter(RuleReview::contradictsItself).ifPresent(when -> {
            String names = "Its condition asks for two different names at once: " + when.text();
            warnings.add(
                    step.negated()
                            ? "Step '" + step.name() + "' forbids nothing. " + names
                            : "Step '" + step.name() + "' can never match. " + names);
        });
    }

    private void warnAboutCases(List<String> warnings) {
        Predicate<Case> fires = played -> !played.expected().isEmpty();
        if (cases.isEmpty()) {
            warnings.add("It has no test cases beside it.");
        } else if (cases.stream().noneMatch(fires)) {
            warnings.add("In none of its test cases it is expected to fire.");
        } else if (cases.stream().allMatch(fires)) {
            warnings.add("In all of its test cases it is expected to fire; none shows when it does not.");
        }
    }

    private boolean isOneEvent() {
        return rule.sequence().steps().size() == 1
                && rule.sequence().steps().get(0).times().isOnce();
    }

    /** Whether it needs no more than what customers do every day, or finds several matches in the same events. */
    private boolean canFireOften() {
        boolean daily = steps().filter(step -> !step.negated()).allMatch(RuleReview::isDaily);
        boolean overlapping = rule.sequence().skip().way() == SkipStrategy.Way.NONE
                && steps().anyMatch(step -> step.contiguity() == Contiguity.FOLLOWED_BY_ANY
                        || (!step.times().isOnce() && step.inner() == Contiguity.FOLLOWED_BY_ANY)
                        || step.times().isUnbounded());
        return daily || overlapping;
    }

    private static boolean isDaily(Step step) {
        return step.kinds().stream().anyMatch(kind -> kind.isActivity() || kind == Kind.EVALUATED);
    }

    private static boolean contradictsItself(Condition when) {
        if (!(when instanceof CelCondition condition)) {
            return false;
        }
        Set<String> left = null;
        for (CelCondition part : condition.parts()) {
            if (left == null) {
                left = part.names().isEmpty() ? null : new HashSet<>(part.names());
            } else if (!part.names().isEmpty()) {
                left.retainAll(part.names());
            }
        }
        return left != null && left.isEmpty();
    }

    private Stream<CelCondition> conditions() {
        return Stream.concat(steps(), rule.resolution().stream())
                .flatMap(step -> Stream.of(step.when(), step.until()))
                .flatMap(Optional::stream)
                .filter(CelCondition.class::isInstance)
                .map(CelCondition.class::cast);
    }

    private Stream<Step> steps() {
        return rule.sequence().steps().stream();
    }
}
