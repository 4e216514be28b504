package dev.latido.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.HealthComponents;
import dev.latido.event.Level;
import dev.latido.memory.UtcDay;
import dev.latido.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthFormulaTest {

    private static final Scorecard CARD = ShippedPolicy.POLICY.health().scorecard();

    @Test
    void bestCustomerHasOneHundred() {
        assertThat(scored(best()).score()).isEqualTo(100.0);
        assertThat(best().components()).isEqualTo(new HealthComponents(100, 100, 100, 100, 100));
        assertThat(best().band()).isEqualTo(Band.HEALTHY);
        assertThat(best().level()).isEqualTo(Level.NONE);
    }

    @ParameterizedTest
    @CsvSource({"0,NaN,0", "1,NaN,14.3", "3,NaN,42.9", "4,NaN,50", "0,15,50", "0,7.5,25", "7,60,100", "2,3,38.6"})
    void usageIsHalfSessionsAndHalfLength(long sessions7, double minutes, double usage) {
        Assessment found = best();
        found.sessions7 = sessions7;
        found.averageMinutes30 = minutes;

        assertThat(scored(found).components().usage()).isEqualTo(usage);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.3,40", "0.5,66.7", "0.75,100", "1,100"})
    void adoptionIsFullAtThreeQuarters(double adoption30, double adoption) {
        Assessment found = best();
        found.adoption30 = adoption30;

        assertThat(scored(found).components().adoption()).isEqualTo(adoption);
    }

    @ParameterizedTest
    @CsvSource({"0,100", "1,83.3", "3,50", "6,0", "60,0"})
    void sixTicketsLeaveNothingOfSupport(long tickets30, double support) {
        Assessment found = best();
        found.tickets30 = tickets30;

        assertThat(scored(found).components().support()).isEqualTo(support);
    }

    @ParameterizedTest
    @CsvSource({"0,false,100", "1,false,80", "5,false,0", "9,false,0", "0,true,0", "1,true,0"})
    void failuresCostTwentyPointsAndAnOpenOneAll(long failures90, boolean open, double payment) {
        Assessment found = best();
        found.failures90 = failures90;
        found.openFailure = open;

        assertThat(scored(found).components().payment()).isEqualTo(payment);
    }

    @ParameterizedTest
    @CsvSource({"0,NaN,15", "12,NaN,85", "30,NaN,85", "6,10,65", "12,10,100", "0,0,0", "1,6.6,25.6"})
    void engagementIsActiveDaysAndSatisfaction(int activeDays30, double satisfaction, double engagement) {
        Assessment found = best();
        found.activeDays30 = activeDays30;
        found.satisfaction = satisfaction;

        assertThat(scored(found).components().engagement()).isEqualTo(engagement);
    }

    @Test
    void scoreWeighsTheUnroundedComponents() {
        Assessment found = best();
        found.sessions7 = 1;
        found.averageMinutes30 = Double.NaN;
        found.adoption30 = 0.1;
        found.tickets30 = 1;
        found.failures90 = 1;
        found.activeDays30 = 5;
        found.satisfaction = Double.NaN;

        // 0.3 * 14.2857 + 0.25 * 13.3333 + 0.2 * 83.3333 + 0.15 * 80 + 0.1 * 44.1667
        assertThat(scored(found).score()).isEqualTo(40.7);
    }

    @ParameterizedTest
    @CsvSource({
        "0.05,1",
        "0.04999,0",
        "79.95,800",
        "79.9499,799",
        "0.0499999999999,1",
        "100,1000",
        "59.949999999999996,600"
    })
    void tenthsAreRoundedHalfUpWithAllowanceForSums(double value, int tenths) {
        assertThat(HealthFormula.tenths(value)).isEqualTo(tenths);
    }

    @ParameterizedTest
    @CsvSource({
        "100,HEALTHY",
        "80,HEALTHY",
        "79.9,AT_RISK",
        "60,AT_RISK",
        "59.9,CRITICAL",
        "40,CRITICAL",
        "39.9,CHURNED",
        "0,CHURNED"
    })
    void bandsBeginAtExactTenths(double score, Band band) {
        Assessment found = best();
        found.sessions7 = 0;
        found.averageMinutes30 = Double.NaN;
        found.adoption30 = 0;
        found.openFailure = true;
        found.activeDays30 = 0;
        found.satisfaction = 0;
        Scorecard supportOnly = withWeights(new Scorecard.Weights(0, 0, 100, 0, 0), 1_000);
        found.tickets30 = Math.round(1_000 - score * 10);

        HealthFormula.apply(found, supportOnly);

        assertThat(found.score()).isEqualTo(score);
        assertThat(found.band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "2,5,0.30,3,14d,0",
        "1,5,0.30,3,14d,LOW_LOGINS",
        "2,4.999,0.30,3,14d,SHORT_SESSIONS",
        "2,NaN,0.30,3,14d,0",
        "2,5,0.29,3,14d,LOW_ADOPTION",
        "2,5,0.30,4,14d,SUPPORT_OVERUSE",
        "2,5,0.30,3,14d1,INACTIVITY"
    })
    void eachSignalBeginsPastItsBound(
            long sessions7, double minutes, double adoption, long tickets, String idle, String expected) {
        Assessment found = best();
        found.sessions7 = sessions7;
        found.averageMinutes30 = minutes;
        found.adoption30 = adoption;
        found.tickets30 = tickets;
        found.idleMillis = 14 * UtcDay.MILLIS + (idle.endsWith("1") ? 1 : 0);

        int signals = scored(found).signals();

        assertThat(signals)
                .isEqualTo(expected.equals("0") ? 0 : Signal.valueOf(expected).bit());
        assertThat(found.level()).isEqualTo(signals == 0 ? Level.NONE : Level.MONITOR);
    }

    @Test
    void openFailureIsThePaymentSignal() {
        Assessment found = best();
        found.openFailure = true;

        assertThat(Signal.names(scored(found).signals())).containsExactly("payment-delay");
    }

    @Test
    void twoSignalsAreUrgentAndAFreshFailureIsImmediate() {
        Assessment found = best();
        found.sessions7 = 0;
        found.tickets30 = 4;
        assertThat(scored(found).level()).isEqualTo(Level.URGENT);

        found.failedJustNow = true;
        assertThat(scored(found).level()).isEqualTo(Level.IMMEDIATE);
    }

    @Test
    void onboardingKnowsOnlyThePaymentSignal() {
        Assessment found = worst();
        found.onboarding = true;

        assertThat(Signal.names(scored(found).signals())).containsExactly("payment-delay");
        assertThat(found.band()).isEqualTo(Band.ONBOARDING);
        assertThat(found.level()).isEqualTo(Level.MONITOR);

        found.failedJustNow = true;
        assertThat(scored(found).level()).isEqualTo(Level.IMMEDIATE);
    }

    @Test
    void cancelledGoesBeforeOnboardingAndHasNoSignals() {
        Assessment found = worst();
        found.onboarding = true;
        found.cancelled = true;
        found.failedJustNow = true;

        assertThat(scored(found).band()).isEqualTo(Band.CANCELLED);
        assertThat(found.signals()).isZero();
        assertThat(found.level()).isEqualTo(Level.NONE);
    }

    @Test
    void namesOfSignalsAreSorted() {
        assertThat(Signal.names(63))
                .containsExactly(
                        "inactivity",
                        "low-adoption",
                        "low-logins",
                        "payment-delay",
                        "short-sessions",
                        "support-overuse");
    }

    private static Assessment scored(Assessment found) {
        HealthFormula.apply(found, CARD);
        return found;
    }

    private static Assessment best() {
        Assessment found = new Assessment();
        found.sessions7 = 7;
        found.averageMinutes30 = 20;
        found.activeDays30 = 20;
        found.adoption30 = 0.8;
        found.satisfaction = 10;
        return scored(found);
    }

    private static Assessment worst() {
        Assessment found = new Assessment();
        found.averageMinutes30 = 1;
        found.tickets30 = 9;
        found.openFailure = true;
        found.satisfaction = 0;
        found.idleMillis = 99 * UtcDay.MILLIS;
        return found;
    }

    private static Scorecard withWeights(Scorecard.Weights weights, double ticketsLimit) {
        return new Scorecard(
                weights,
                CARD.usage(),
                CARD.adoption(),
                new Scorecard.Support(ticketsLimit),
                CARD.payment(),
                CARD.engagement(),
                CARD.bands(),
                CARD.signals(),
                CARD.levels(),
                CARD.sessionGapMinutes(),
                CARD.maxOpenSessions(),
                CARD.maxSubscriptions(),
                CARD.onboardingDays(),
                CARD.retentionDays(),
                CARD.emitStep());
    }
}
