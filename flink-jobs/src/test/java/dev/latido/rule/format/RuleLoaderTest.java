package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.Kind;
import dev.latido.event.Level;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Mode;
import dev.latido.rule.Rule;
import dev.latido.rule.Rule.OnChange;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.SkipStrategy.Way;
import dev.latido.rule.Step;
import dev.latido.rule.Times;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleLoaderTest {

    @Test
    void everythingThatIsWrittenIsRead() {
        Rule rule = RuleLoader.load("full.yaml", Rules.FULL);

        assertThat(rule.id()).isEqualTo("payment-failed-then-cancel-page");
        assertThat(rule.version()).isEqualTo(3);
        assertThat(rule.title()).isEqualTo("Payment failed, then looked at cancelling");
        assertThat(rule.severity()).isEqualTo(Level.URGENT);
        assertThat(rule.enabled()).isFalse();
        assertThat(rule.mode()).isEqualTo(Mode.SHADOW);
        assertThat(rule.cooldownMillis()).isEqualTo(Duration.ofDays(14).toMillis());
        assertThat(rule.onChange()).isEqualTo(OnChange.CARRY);
        assertThat(rule.source()).isEqualTo(Rules.FULL);
        assertThat(rule.sequence().withinMillis()).isEqualTo(Duration.ofDays(7).toMillis());
        assertThat(rule.sequence().skip()).isEqualTo(new SkipStrategy(Way.TO_LAST, "failed"));
        assertThat(rule.sequence().attributes()).contains(Set.of("invoiceId"));
        assertThat(rule.sequence().steps()).extracting(Step::name).containsExactly("failed", "paid", "cancel", "more");
    }

    @Test
    void everyWordAboutAStepIsRead() {
        List<Step> steps = RuleLoader.load("full.yaml", Rules.FULL).sequence().steps();
        Step failed = steps.get(0);
        Step paid = steps.get(1);
        Step cancel = steps.get(2);
        Step more = steps.get(3);

        assertThat(failed.kinds()).isEqualTo(Set.of(Kind.PAYMENT_FAILED, Kind.INVOICE_OVERDUE));
        assertThat(failed.when().orElseThrow().text()).isEqualTo("event.amount > 1000");
        assertThat(failed.times()).isEqualTo(new Times(2, 3));
        assertThat(failed.inner()).isEqualTo(Contiguity.FOLLOWED_BY_ANY);
        assertThat(paid.negated()).isTrue();
        assertThat(paid.when()).isEmpty();
        assertThat(cancel.contiguity()).isEqualTo(Contiguity.FOLLOWED_BY_ANY);
        assertThat(cancel.times()).isEqualTo(new Times(1, Times.UNBOUNDED));
        assertThat(cancel.greedy()).isTrue();
        assertThat(cancel.until().orElseThrow().text()).isEqualTo("event.name == 'x'");
        assertThat(more.kinds()).isEqualTo(EnumSet.of(Kind.LOGIN, Kind.PAGE_VIEW, Kind.FEATURE_USED, Kind.ACTION));
        assertThat(more.contiguity()).isEqualTo(Contiguity.NEXT);
        assertThat(more.optional()).isFalse();
    }

    @Test
    void whatIsNotWrittenHasItsDefault() {
        Rule rule = RuleLoader.load("short.yaml", Rules.SHORT);
        Step step = rule.sequence().steps().get(0);

        assertThat(rule.enabled()).isTrue();
        assertThat(rule.mode()).isEqualTo(Mode.LIVE);
        assertThat(rule.cooldownMillis()).isZero();
        assertThat(rule.onChange()).isEqualTo(OnChange.DRAIN);
        assertThat(rule.resolution()).isEmpty();
        assertThat(rule.sequence().withinMillis()).isZero();
        assertThat(rule.sequence().skip()).isEqualTo(SkipStrategy.PAST_LAST_EVENT);
        assertThat(rule.sequence().attributes()).contains(Set.of());
        assertThat(step)
                .isEqualTo(new Step(
                        "scheduled",
                        false,
                        Set.of(Kind.CANCELLATION_SCHEDULED),
                        Optional.empty(),
                        Contiguity.FOLLOWED_BY,
                        Times.ONCE,
                        Contiguity.FOLLOWED_BY,
                        false,
                        false,
                        Optional.empty()));
    }

    @Test
    void theDailyEvaluationCanBeAStepAndResolve() {
        Rule rule = RuleLoader.load(
                "r.yaml",
                Rules.SHORT.replace("CANCELLATION_SCHEDULED", "EVALUATED")
                        + "resolve:\n  kind: EVALUATED\n  when: customer.score >= 80\n");

        assertThat(rule.sequence().steps().get(0).kinds()).containsExactly(Kind.EVALUATED);
        assertThat(rule.resolution().orElseThrow().kinds()).containsExactly(Kind.EVALUATED);
        assertThat(rule.resolution().orElseThrow().when().orElseThrow().text()).isEqualTo("customer.score >= 80");
    }
}
