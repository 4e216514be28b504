package dev.latido.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentMappingTest {

    private static final String CALL =
            "{\"messageId\":\"m1\",\"userId\":\"u1\",\"timestamp\":\"2024-03-01T00:00:00.123Z\",";

    private final Decodes segment = new Decodes(Repository.mapping("segment"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\":\"page\",\"name\":\"Pricing\"|PAGE_VIEW|Pricing",
                "\"type\":\"page\",\"properties\":{\"path\":\"/pricing\"}|PAGE_VIEW|/pricing",
                "\"type\":\"page\",\"context\":{\"page\":{\"path\":\"/p\"}}|PAGE_VIEW|/p",
                "\"type\":\"screen\",\"name\":\"Welcome\"|PAGE_VIEW|Welcome",
                "\"type\":\"track\",\"event\":\"Feature Used\",\"properties\":{\"feature\":\"export\"}|FEATURE_USED|export",
                "\"type\":\"track\",\"event\":\"Feature Used\"|FEATURE_USED|Feature Used",
                "\"type\":\"track\",\"event\":\"Signed In\"|LOGIN|Signed In",
                "\"type\":\"track\",\"event\":\"Logged In\"|LOGIN|Logged In",
                "\"type\":\"track\",\"event\":\"Order Completed\"|ACTION|Order Completed",
            })
    void callsBecomeActivity(String fields, String kind, String name) {
        assertThat(segment.event(CALL + fields + "}")).satisfies(event -> {
            assertThat(event.kind()).isEqualTo(kind);
            assertThat(event.name()).isEqualTo(name);
            assertThat(event.eventId()).isEqualTo("m1");
            assertThat(event.time()).isEqualTo("2024-03-01T00:00:00.123Z");
            assertThat(event.customerId()).isEqualTo("u1");
        });
    }

    @ParameterizedTest
    @CsvSource({"identify", "group", "alias", "other"})
    void callsThatAreNoActivityAreIgnored(String type) {
        assertThat(segment.ignores("{\"type\":\"" + type + "\"}")).isTrue();
    }

    @Test
    void theCustomerIsTheGroupWhereThereIsOne() {
        MappedEvent top = segment.event(CALL + "\"type\":\"page\",\"groupId\":\"g\",\"context\":{\"groupId\":\"h\"}}");
        MappedEvent context = segment.event(CALL + "\"type\":\"page\",\"context\":{\"groupId\":\"h\"}}");

        assertThat(top.customerId()).isEqualTo("g");
        assertThat(context.customerId()).isEqualTo("h");
        assertThat(context.userId()).isEqualTo("u1");
    }

    @Test
    void theRoleIsThatOfThePersonNotOneThatTheCallSpeaksOf() {
        MappedEvent invitation = segment.event(CALL + "\"type\":\"track\",\"event\":\"Invited Teammate\","
                + "\"properties\":{\"role\":\"member\"},\"context\":{\"traits\":{\"role\":\"owner\"}}}");

        assertThat(invitation.attributes()).containsEntry("role", "owner");
    }

    @Test
    void anonymousVisitorsAreNobodysCustomersUnlessInAGroup() {
        String visit = "{\"type\":\"page\",\"timestamp\":\"2024-03-01T00:00:00Z\",\"anonymousId\":\"anon\"";

        assertThat(segment.ignores(visit + "}")).isTrue();
        assertThat(segment.event(visit + ",\"context\":{\"groupId\":\"g\"}}").userId())
                .isEqualTo("anon");
        assertThat(segment.reason("{\"type\":\"page\",\"timestamp\":\"2024-03-01T00:00:00Z\"}"))
                .isEqualTo("missing customer (/groupId, /context/groupId, /userId)");
    }

    @Test
    void callsOfRealClientsAreRead() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<String> segmentKinds = new ArrayList<>();
        List<String> rudderKinds = new ArrayList<>();
        for (String line : Files.readAllLines(Repository.fixture("segment/real-client-captures.jsonl"))) {
            JsonNode request = json.readTree(line);
            List<String> results = segment.all(request.path("body").asText()).stream()
                    .map(Decodes::what)
                    .toList();
            switch (request.path("client").asText()) {
                case "@segment/analytics-node" -> segmentKinds.addAll(results);
                case "@rudderstack/rudder-sdk-node" -> rudderKinds.addAll(results);
                default -> assertThat(results).containsOnly("ignored");
            }
        }
        assertThat(segmentKinds.subList(0, 7))
                .containsExactly("ignored", "ignored", "FEATURE_USED", "ignored", "PAGE_VIEW", "PAGE_VIEW", "ignored");
        assertThat(segmentKinds.subList(7, segmentKinds.size())).hasSize(25).containsOnly("ACTION");
        assertThat(rudderKinds).containsExactly("ignored", "ACTION", "ignored", "PAGE_VIEW");
    }
}
