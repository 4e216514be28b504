package dev.latido.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.memory.UtcDay;
import dev.latido.testing.Events;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillingHistoryTest {

    private static final long START = Events.at("2030-01-01T10:00");

    private final BillingHistory billing = new BillingHistory();

    @Test
    void whoPaysMonthlyIsWorthTheMonthlyPriceFromTheFirstDayOn() {
        for (int day = 0; day < 800; day++) {
            if (day % 30 == 0) {
                heard(Kind.PAYMENT_SUCCEEDED, day, 4_900, Map.of());
            }
            assertThat(revenue(day)).as("day %d", day).isCloseTo(49.0, within(5.0));
        }
        assertThat(revenue(45)).isEqualTo(49.0);
    }

    @Test
    void whoPaysByTheYearComesDownToAMonthlyPrice() {
        heard(Kind.PAYMENT_SUCCEEDED, 0, 120_000, Map.of());

        assertThat(revenue(0)).isEqualTo(1_200.0);
        assertThat(revenue(40)).isEqualTo(600.0);
        assertThat(revenue(360)).isEqualTo(100.0);
        assertThat(revenue(365)).isNaN();
    }

    @Test
    void refundsAreTakenOffAndInvoicesOverNothingSayNothing() {
        heard(Kind.PAYMENT_SUCCEEDED, 0, 0, Map.of());
        assertThat(revenue(0)).isNaN();

        heard(Kind.PAYMENT_SUCCEEDED, 60, 5_000, Map.of());
        heard(Kind.REFUNDED, 61, 2_000, Map.of());

        assertThat(revenue(61)).isEqualTo(30.0);
    }

    @Test
    void aPaymentAfterAFailureIsARecoveryOnce() {
        heard(Kind.PAYMENT_SUCCEEDED, 0, 4_900, Map.of());
        heard(Kind.PAYMENT_FAILED, 30, 4_900, Map.of());
        heard(Kind.PAYMENT_RETRY_FAILED, 33, 4_900, Map.of());
        assertThat(billing.isUnpaid()).isTrue();
        heard(Kind.PAYMENT_SUCCEEDED, 38, 4_900, Map.of());
        heard(Kind.PAYMENT_SUCCEEDED, 60, 4_900, Map.of());

        assertThat(billing.isUnpaid()).isFalse();
        assertThat(billing.recoveries()).isEqualTo(1);
        billing.advance(day(38 + 90));
        assertThat(billing.recoveries()).isZero();
    }

    @Test
    void aTrialLastsUntilMoneyIsAskedFor() {
        assertThat(billing.trial()).isNaN();
        heard(Kind.SUBSCRIPTION_STARTED, 0, 4_900, Map.of("status", "trialing"));
        heard(Kind.PAYMENT_SUCCEEDED, 0, 0, Map.of());
        heard(Kind.SUBSCRIPTION_UPGRADED, 3, 9_900, Map.of());
        heard(Kind.TRIAL_ENDING, 11, 9_900, Map.of());
        assertThat(billing.trial()).isEqualTo(1);

        heard(Kind.PAYMENT_FAILED, 14, 9_900, Map.of());
        assertThat(billing.trial()).isZero();

        heard(Kind.SUBSCRIPTION_UPGRADED, 2, 9_900, Map.of("status", "trialing"));
        assertThat(billing.trial()).as("of an event that came late").isZero();
    }

    private double revenue(int day) {
        billing.advance(day(day));
        return billing.monthlyRevenue(day(day));
    }

    private void heard(Kind kind, int day, long amount, Map<String, String> attributes) {
        Instant at = Instant.ofEpochMilli(START + day * UtcDay.MILLIS);
        billing.heard(
                new CustomerEvent("e", Events.TENANT, Events.CUSTOMER, "u", kind, "", at, amount, attributes),
                day(day));
    }

    private static int day(int day) {
        return UtcDay.of(START) + day;
    }
}
