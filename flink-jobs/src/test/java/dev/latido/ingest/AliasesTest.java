package dev.latido.ingest;

import static dev.latido.testing.Events.eventOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AliasesTest {

    private static final Aliases ALIASES = new Aliases(Map.of("stripe", Map.of("cus_1", "acme")));

    @Test
    void aForeignIdBecomesTheCustomers() {
        CustomerEvent found = ALIASES.resolve("stripe", eventOf("cus_1", "e1", Kind.REFUNDED, "2025-01-01T10:00:00"));

        assertThat(found).isEqualTo(eventOf("acme", "e1", Kind.REFUNDED, "2025-01-01T10:00:00"));
    }

    @Test
    void aPersonStaysAPerson() {
        CustomerEvent event =
                new CustomerEvent("e1", "default", "cus_1", "ada", Kind.LOGIN, "", Instant.EPOCH, 0, Map.of());

        assertThat(ALIASES.resolve("stripe", event).userId()).isEqualTo("ada");
    }

    @Test
    void whatHasNoAliasIsLeftAsItIs() {
        CustomerEvent event = eventOf("cus_2", "e1", Kind.REFUNDED, "2025-01-01T10:00:00");

        assertThat(ALIASES.resolve("stripe", event)).isSameAs(event);
        assertThat(ALIASES.resolve("segment", event)).isSameAs(event);
        assertThat(Aliases.NONE.resolve("stripe", event)).isSameAs(event);
    }

    @Test
    void laterChangesOfTheGivenMapHaveNoEffect() {
        Map<String, Map<String, String>> given = new HashMap<>(Map.of("stripe", new HashMap<>(Map.of("a", "b"))));
        Aliases aliases = new Aliases(given);
        given.clear();

        assertThat(aliases.bySource()).isEqualTo(Map.of("stripe", Map.of("a", "b")));
    }
}
