package dev.latido.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other products have sent, through the shipped mappings and the whole job. */
class RecordedEventsReplayTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void stripesEventsCountAsWhatTheyAre() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.list(Fixtures.path("billing"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".json")).toList()) {
                ObjectNode event = (ObjectNode) JSON.readTree(file.toFile());
                events.add(event.put("id", "evt_" + file.getFileName()));
            }
        }
        events.sort(Comparator.comparingLong(event -> event.required("created").longValue()));

        TestReplay replay = replay(events.stream().map(JsonNode::toString).toList(), "stripe");

        assertThat(replay.summary())
                .isEqualTo(new ReplaySummary(
                        14,
                        8,
                        5,
                        0,
                        0,
                        1,
                        replay.summary().customers(),
                        replay.summary().seconds()));
        assertThat(replay.reasons())
                .containsExactly("missing customer (/data/object/customer, /data/object/customer/id)");
        assertThat(replay.healthScores()).isNotEmpty();
    }

    @Test
    void zendesksTicketsCountOnTimeOrLate() throws Exception {
        TestReplay replay =
                TestReplay.of(Fixtures.path("support/ticket_data.csv"), "zendesk-tickets", 2, directory.resolve("out"));

        assertThat(replay.summary().in()).isEqualTo(10);
        assertThat(replay.summary().applied() + replay.summary().late()).isEqualTo(10);
        assertThat(replay.summary().customers()).isEqualTo(10);
        assertThat(replay.reasons()).isEmpty();
    }

    @Test
    void segmentsClientsAreHeardCallByCall() throws Exception {
        Set<String> clients = Set.of("@segment/analytics-node", "@rudderstack/rudder-sdk-node");
        List<String> bodies = new ArrayList<>();
        for (String line : Files.readAllLines(Fixtures.path("segment/real-client-captures.jsonl"))) {
            JsonNode request = JSON.readTree(line);
            if (clients.contains(request.required("client").textValue())) {
                bodies.add(request.required("body").textValue());
            }
        }

        TestReplay replay = replay(bodies, "segment");

        assertThat(replay.summary().in()).isEqualTo(36);
        assertThat(replay.summary().ignored()).isEqualTo(6);
        assertThat(replay.summary().applied() + replay.summary().late()).isEqualTo(30);
        assertThat(replay.reasons()).isEmpty();
        assertThat(replay.healthScores())
                .extracting(score -> score.required("customerId").textValue())
                .contains("acct-9");
    }

    private TestReplay replay(List<String> records, String mapping) throws Exception {
        Path file = Files.write(directory.resolve("records.jsonl"), records);
        return TestReplay.of(file, mapping, 2, directory.resolve("out"));
    }
}
