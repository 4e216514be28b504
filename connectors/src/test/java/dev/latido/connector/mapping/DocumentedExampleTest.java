package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedExampleTest {

    @Test
    void theExampleOfTheReadmeDoesWhatItSays() throws IOException {
        String readme = Files.readString(Repository.file("config/sources/README.md"));

        List<Decoded<MappedEvent>> results = Decodes.by(block(readme, "yaml")).all(block(readme, "json"));

        assertThat(results)
                .extracting(Decodes::what)
                .containsExactly("PAYMENT_SUCCEEDED", "SUBSCRIPTION_UPGRADED", "ignored");
        assertThat(event(results.get(0)).eventId()).isEqualTo("4711");
        assertThat(event(results.get(0)).customerId()).isEqualTo("acme");
        assertThat(event(results.get(0)).amountCents()).isEqualTo(2_750);
        assertThat(event(results.get(0)).attributes())
                .isEqualTo(Map.of("currency", "EUR", "plan", "pro", "shop", "north"));
        assertThat(event(results.get(1)).userId()).isEqualTo("acme");
    }

    private static MappedEvent event(Decoded<MappedEvent> result) {
        return ((Decoded.Event<MappedEvent>) result).event();
    }

    private static String block(String readme, String language) {
        String fence = "```" + language + "\n";
        int start = readme.indexOf(fence) + fence.length();
        return readme.substring(start, readme.indexOf("```", start));
    }
}
