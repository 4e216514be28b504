package dev.latido.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two months of a music service through the whole job. */
class ClickstreamReplayTest {

    private static final int RECORDS = 143_485;
    private static final int WITHOUT_CUSTOMER = 4_242;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whoeverCancelsIsCancelledAtThatTimeAndNobodyElse() throws Exception {
        Path clicks = Fixtures.path("clickstream/dev.page_view_events.jsonl.gz");
        Map<String, Instant> churned = churned();

        TestReplay one = replay(clicks, 1);
        TestReplay two = replay(clicks, 2);

        // The file is in the order of time, and no line is there twice.
        ReplaySummary summary = one.summary();
        assertThat(summary)
                .isEqualTo(new ReplaySummary(
                        RECORDS,
                        0,
                        RECORDS - WITHOUT_CUSTOMER,
                        0,
                        0,
                        WITHOUT_CUSTOMER,
                        summary.customers(),
                        summary.seconds()));
        assertThat(one.reasons()).hasSize(WITHOUT_CUSTOMER).containsOnly("missing customer (/userId)");
        assertThat(churned).hasSize(25);
        assertThat(firstCancelled(one)).isEqualTo(churned);
        assertThat(cancelledAtLast(one)).isEqualTo(churned.keySet());
        for (String file : TestReplay.RESULTS) {
            assertThat(two.results().resolve(file))
                    .hasSameBinaryContentAs(one.results().resolve(file));
        }
    }

    private TestReplay replay(Path clicks, int parallelism) throws Exception {
        Path mapping =
                Path.of(Objects.requireNonNull(getClass().getResource("/mapping/clickstream.yaml"), "clickstream.yaml")
                        .toURI());
        return TestReplay.of(clicks, mapping.toString(), parallelism, directory.resolve("by-" + parallelism));
    }

    private static Map<String, Instant> churned() throws IOException {
        Map<String, Instant> churned = new HashMap<>();
        for (String row : Files.readAllLines(Fixtures.path("clickstream/dev.truth.churned.tsv"))) {
            String[] fields = row.split("\t", -1);
            churned.put(fields[0], Instant.ofEpochMilli(Long.parseLong(fields[1])));
        }
        return churned;
    }

    private static Map<String, Instant> firstCancelled(TestReplay replay) throws IOException {
        Map<String, Instant> first = new HashMap<>();
        for (JsonNode score : replay.healthScores()) {
            if (isCancelled(score)) {
                first.putIfAbsent(
                        customer(score), Instant.parse(score.required("at").textValue()));
            }
        }
        return first;
    }

    private static Set<String> cancelledAtLast(TestReplay replay) throws IOException {
        Set<String> cancelled = new HashSet<>();
        for (JsonNode score : replay.healthScores()) {
            if (isCancelled(score)) {
                cancelled.add(customer(score));
            } else {
                cancelled.remove(customer(score));
            }
        }
        return cancelled;
    }

    private static boolean isCancelled(JsonNode score) {
        return score.required("band").textValue().equals("cancelled");
    }

    private static String customer(JsonNode score) {
        return score.required("customerId").textValue();
    }
}
