package dev.latido.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.memory.UtcDay;
import dev.latido.testing.Events;
import dev.latido.testing.ShippedPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerHistoryTest {

    private static final long START = Events.at("2030-01-01T10:00");
    private static final int TODAY = UtcDay.of(START);
    private static final FeatureConfig CONFIG = ShippedPolicy.POLICY.features();

    private final CustomerHistory history = new CustomerHistory();
    private int ids;

    @Test
    void aTicketThatNothingIsHeardOfForNinetyDaysIsNotOpen() {
        ticket(Kind.TICKET_OPENED, "a", 0);
        ticket(Kind.TICKET_OPENED, "b", 10);
        ticket(Kind.TICKET_OPENED, "c", 10);
        ticket(Kind.TICKET_CLOSED, "c", 12);

        assertThat(history.support().open(at(90))).isEqualTo(2);
        assertThat(history.support().open(at(90) + 1)).isEqualTo(1);
        assertThat(history.support().openedAt()).isEqualTo(at(10));
    }

    @Test
    void aClosingThatIsKnownBeforeTheOpeningCloses() {
        ticket(Kind.TICKET_CLOSED, "a", 2);
        CustomerEvent opened = Events.event("late", Kind.TICKET_OPENED, "", at(1), Map.of("ticketId", "a"));
        history.apply(opened, at(3), CONFIG);

        assertThat(history.support().open(at(3))).isZero();
        assertThat(history.support().opened()).isEqualTo(1);
    }

    @Test
    void usersAreToldApartUpToABound() {
        for (int i = 0; i < 3 * UsageHistory.MOST_USERS; i++) {
            active("user-" + i, Kind.LOGIN, "", 0);
        }

        assertThat(history.usage().users(TODAY)).isEqualTo(UsageHistory.MOST_USERS);
    }

    @Test
    void namesOfTheSettingsAreCountedAndNoOthers() {
        active("u", Kind.ACTION, "Item Created", 0);
        active("u", Kind.FEATURE_USED, "reports", 0);
        active("u", Kind.PAGE_VIEW, "reports", 0);
        active("u", Kind.PAGE_VIEW, "Pricing", 0);
        active("u", Kind.PAGE_VIEW, "Cancel", 0);
        active("u", Kind.PAGE_VIEW, "cancel", 0);
        active("u", Kind.ACTION, "error", 0);
        active("u", Kind.FEATURE_USED, "error", 0);

        assertThat(history.usage().keyUses()).isEqualTo(2);
        assertThat(history.usage().pricingVisits()).isEqualTo(1);
        assertThat(history.usage().cancelVisits()).isEqualTo(1);
        assertThat(history.usage().errors()).isEqualTo(1);
    }

    @Test
    void ofAPastThatIsNotKnownItSaysSo() {
        CustomerHistory upgraded = CustomerHistory.unknownUntil(at(5));
        upgraded.apply(Events.event("e", Kind.LOGIN, at(6)), at(6), CONFIG);
        active("u", Kind.LOGIN, "", 6);

        assertThat(upgraded.isWhole(at(0))).isFalse();
        assertThat(upgraded.firstDay()).isEqualTo(TODAY + 5);
        assertThat(history.isWhole(at(6))).isTrue();
        assertThat(history.firstDay()).isEqualTo(TODAY + 6);
    }

    private void ticket(Kind kind, String id, int day) {
        history.apply(Events.event("e" + ids++, kind, "", at(day), Map.of("ticketId", id)), at(day), CONFIG);
    }

    private void active(String user, Kind kind, String name, int day) {
        history.apply(Events.event("e" + ids++, user, kind, name, at(day), Map.of()), at(day), CONFIG);
    }

    private static long at(int day) {
        return START + day * UtcDay.MILLIS;
    }
}
