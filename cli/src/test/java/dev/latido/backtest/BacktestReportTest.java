package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.latido.rule.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BacktestReportTest {

    /** Four customers over 100 days; a leaves on day 30, b on day 50. Day 95 is too late to be judged with 10 days. */
    private final Told told = new Told(100)
            .customers("a", "b", "c", "d")
            .leaves("a", 30)
            .leaves("b", 50)
            .rule("r")
            .fires("r", "a", 25, 28, 35)
            .fires("r", "b", 10, 46)
            .fires("r", "c", 60)
            .fires("r", "d", 95);

    private final Performance performance = told.report(10).rules().get(0).performance();
    private final Accuracy accuracy = performance.accuracy().orElseThrow();

    @Test
    void eachAlertHasItsOutcome() {
        assertThat(performance.alerts())
                .extracting(
                        alert -> alert.firing().customerId() + " "
                                + Duration.between(Told.day(0), alert.firing().at())
                                        .toDays(),
                        alert -> alert.outcome().orElseThrow(),
                        JudgedFiring::judged)
                .containsExactly(
                        tuple("b 10", Outcome.STAYED, true),
                        tuple("a 25", Outcome.CHURNED, true),
                        tuple("a 28", Outcome.CHURNED, true),
                        tuple("a 35", Outcome.GONE, true),
                        tuple("b 46", Outcome.CHURNED, true),
                        tuple("c 60", Outcome.STAYED, true),
                        tuple("d 95", Outcome.OPEN, false));
    }

    @Test
    void precisionAsksTheFirstAlertOfEachCustomer() {
        assertThat(accuracy.precision()).isEqualTo(new Share(1, 3));
    }

    @Test
    void alertPrecisionAsksEveryJudgedAlert() {
        assertThat(accuracy.alertPrecision()).isEqualTo(new Share(3, 6));
        assertThat(accuracy.undecided()).isEqualTo(1);
        assertThat(accuracy.gone()).isEqualTo(1);
    }

    @Test
    void recallAsksWhoLeft() {
        assertThat(accuracy.recall()).isEqualTo(new Share(2, 2));
    }

    @Test
    void leadIsCountedFromTheFirstRightAlert() {
        assertThat(accuracy.leadDays()).containsExactly(4.0, 5.0);
        assertThat(accuracy.medianLeadDays()).hasValue(4.5);
    }

    @Test
    void liftComparesWithThoseAtRiskAtTheTimeOfTheAlerts() {
        // Day 25: one of four is leaving. Day 10: none of four. Day 60: none of the two that are left.
        assertThat(accuracy.baseRate().orElseThrow()).isEqualTo(1 / 12.0, within(1e-12));
        assertThat(accuracy.lift().orElseThrow()).isEqualTo(4, within(1e-12));
    }

    @Test
    void baseRateOfTheDataIsTimeOfLeavingOverTimeAtRisk() {
        // Up to day 90: ten days before each departure, over 30 + 50 + 90 + 90 days.
        assertThat(told.report(10).truth().orElseThrow().baseRate().orElseThrow())
                .isEqualTo(20 / 260.0, within(1e-12));
    }

    @Test
    void loadIsPerWeekAndPerCustomerWhoIsStillThere() {
        Load load = performance.load();

        assertThat(load.fired()).isEqualTo(7);
        assertThat(load.customers()).isEqualTo(4);
        assertThat(load.perWeek().orElseThrow()).isEqualTo(7 * 7 / 100.0, within(1e-12));
        // 30 + 50 + 100 + 100 days are 40 customer-weeks.
        assertThat(load.perWeekAnd100Customers().orElseThrow()).isEqualTo(17.5, within(1e-12));
        assertThat(load.weekly()).containsExactly(0, 1, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 0, 1, 0);
    }

    @Test
    void customersOfAWeekAreThoseWhoHaveComeAndNotLeft() {
        assertThat(new Told(21)
                        .customers("a")
                        .customer("late", 8, 20)
                        .customer("gone", 0, 3)
                        .leaves("gone", 3)
                        .rule("r")
                        .report(7)
                        .customersByWeek())
                .containsExactly(2, 2, 2, 2);
    }

    @Test
    void anAlertAtTheMomentOfLeavingIsTooLateAndOneAHorizonBeforeIsRight() {
        Accuracy edge = new Told(100)
                .customers("a", "b", "c")
                .leaves("a", 30)
                .leaves("b", 30)
                .leaves("c", 30)
                .rule("r")
                .fires("r", "a", 30)
                .fires("r", "b", 20)
                .fires("r", "c", 19.9)
                .report(10)
                .rules()
                .get(0)
                .performance()
                .accuracy()
                .orElseThrow();

        assertThat(edge.precision()).isEqualTo(new Share(1, 3));
        assertThat(edge.gone()).isEqualTo(1);
        assertThat(edge.leadDays()).containsExactly(10.0);
    }

    @Test
    void alertsNearTheEndAreUndecidedEvenWhereTheyCameTrueAlready() {
        Accuracy end = new Told(100)
                .customers("a", "b", "c")
                .leaves("a", 98)
                .leaves("b", 100)
                .rule("r")
                .fires("r", "a", 95)
                .fires("r", "b", 90)
                .fires("r", "c", 90.1)
                .report(10)
                .rules()
                .get(0)
                .performance()
                .accuracy()
                .orElseThrow();

        assertThat(end.precision()).isEqualTo(new Share(1, 1));
        assertThat(end.undecided()).isEqualTo(2);
        assertThat(end.undecidedChurned()).isEqualTo(1);
        assertThat(end.recall()).isEqualTo(new Share(2, 2));
    }

    @Test
    void recallIsToldByCause() {
        Accuracy byCause = new Told(100)
                .customers("a", "b", "c")
                .leaves("a", 40, Optional.of("price"))
                .leaves("b", 40, Optional.of("support"))
                .leaves("c", 40, Optional.of("price"))
                .rule("r")
                .fires("r", "a", 35)
                .report(10)
                .rules()
                .get(0)
                .performance()
                .accuracy()
                .orElseThrow();

        assertThat(byCause.recallByCause())
                .containsExactlyEntriesOf(new TreeMap<>(Map.of("price", new Share(1, 2), "support", new Share(0, 1))));
    }

    @Test
    void liveRulesAreCountedTogetherAndShadowRulesAreNot() {
        BacktestReport report = new Told(100)
                .customers("a", "b")
                .leaves("a", 30)
                .rule("one")
                .rule("two")
                .rule("quiet", 1, Mode.SHADOW)
                .fires("one", "a", 10, 25)
                .fires("two", "a", 24)
                .fires("quiet", "b", 20)
                .report(10);

        assertThat(report.live().load().fired()).isEqualTo(3);
        assertThat(report.live().load().customers()).isEqualTo(1);
        assertThat(report.live().accuracy().orElseThrow().leadDays()).containsExactly(6.0);
        assertThat(report.rules().get(2).performance().load().fired()).isEqualTo(1);
    }

    @Test
    void aRuleThatNeverFiresHasNoPrecisionAndNoRecallToSpeakOf() {
        RuleReport silent = new Told(100)
                .customers("a", "b")
                .leaves("a", 30)
                .rule("r")
                .report(10)
                .rules()
                .get(0);
        Accuracy nothing = silent.performance().accuracy().orElseThrow();

        assertThat(nothing.precision().value()).isEmpty();
        assertThat(nothing.recall()).isEqualTo(new Share(0, 1));
        assertThat(nothing.lift()).isEmpty();
        assertThat(nothing.baseRate()).isEmpty();
        assertThat(nothing.medianLeadDays()).isEmpty();
        assertThat(silent.performance().load().perWeek()).hasValue(0);
    }

    @Test
    void withoutTruthThereIsOnlyLoad() {
        BacktestReport report =
                new Told(14).customers("a").rule("r").fires("r", "a", 1, 2).reportWithoutTruth();
        Performance only = report.rules().get(0).performance();

        assertThat(report.truth()).isEmpty();
        assertThat(only.accuracy()).isEmpty();
        assertThat(only.load().perWeek()).hasValue(1);
        assertThat(only.load().perWeekAnd100Customers()).hasValue(100);
        assertThat(only.alerts())
                .allSatisfy(alert -> assertThat(alert.outcome()).isEmpty());
    }

    @Test
    void whereEverybodyLeavesAlertsAreRightAndNoBetterThanChance() {
        Accuracy all = new Told(100)
                .customers("a", "b")
                .leaves("a", 30)
                .leaves("b", 30)
                .rule("r")
                .fires("r", "a", 25)
                .fires("r", "b", 26)
                .report(10)
                .rules()
                .get(0)
                .performance()
                .accuracy()
                .orElseThrow();

        assertThat(all.precision()).isEqualTo(new Share(2, 2));
        assertThat(all.lift()).hasValue(1);
    }

    @Test
    void aSingleEventIsNoTimeToSpeakOf() {
        BacktestReport report = new Told(0)
                .customers("a")
                .leaves("a", 3)
                .rule("r")
                .fires("r", "a", 0)
                .report(10);
        Performance only = report.rules().get(0).performance();

        assertThat(only.load().perWeek()).isEmpty();
        assertThat(only.load().perWeekAnd100Customers()).isEmpty();
        assertThat(only.load().weekly()).containsExactly(1);
        assertThat(report.truth().orElseThrow().baseRate()).isEmpty();
        assertThat(report.truth().orElseThrow().leftAfterEnd()).isEqualTo(1);
        assertThat(only.accuracy().orElseThrow().undecidedChurned()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitTheDataIsCounted() {
        TruthSummary truth = new Told(100)
                .customer("a", 10, 50)
                .customer("early", 20, 60)
                .customer("late", 0, 100)
                .leaves("a", 40)
                .leaves("early", 20)
                .leaves("late", 101)
                .leaves("stranger", 50)
                .rule("r")
                .report(10)
                .truth()
                .orElseThrow();

        assertThat(truth)
                .usingRecursiveComparison()
                .ignoringFields("baseRate")
                .isEqualTo(new TruthSummary(1, 1, 1, 1, 2, OptionalDouble.empty()));
    }

    @Test
    void aDepartureWithoutTenantMustMeanOneCustomer() {
        History history = new History(
                new Span(Told.day(0), Told.day(9)),
                List.of(),
                List.of(),
                List.of(
                        new SeenCustomer(new CustomerId("north", "a"), Told.day(0), Told.day(1)),
                        new SeenCustomer(new CustomerId("south", "a"), Told.day(0), Told.day(1))),
                List.of());
        Departure vague = new Departure(Optional.empty(), "a", Told.day(2), Optional.empty());
        Departure exact = new Departure(Optional.of("south"), "a", Told.day(2), Optional.empty());

        assertThatThrownBy(() -> BacktestReport.of(history, Optional.of(new Truth(List.of(vague))), Duration.ofDays(1)))
                .isInstanceOf(UnusableTruthException.class)
                .hasMessage("The truth file says that a left, but the data has customers of that id in several tenants,"
                        + " north and south; add a column tenant.");
        assertThat(BacktestReport.of(history, Optional.of(new Truth(List.of(exact))), Duration.ofDays(1))
                        .truth()
                        .orElseThrow()
                        .churned())
                .isEqualTo(1);
    }
}
