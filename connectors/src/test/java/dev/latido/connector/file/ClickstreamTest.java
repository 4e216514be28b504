package dev.latido.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import dev.latido.connector.testing.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Two months of a music service, through a mapping of our own. */
class ClickstreamTest {

    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<String, Integer> reasons = new HashMap<>();
    private final TreeSet<String> churned = new TreeSet<>();
    private int records;

    @Test
    void pagesAndChurnedUsersAgreeWithTheTruth() throws IOException {
        Path file = Repository.fixture("clickstream/dev.page_view_events.jsonl.gz");
        try (RecordFile<MappedEvent> clicks =
                RecordFile.open("clicks", file, 0, mapping(), MappedEvent::new, Decodes.LATEST)) {
            while (clicks.next(this::count)) {
                records++;
            }
        }

        Map<String, Integer> expectedPages = new HashMap<>();
        for (String row : Files.readAllLines(Repository.fixture("clickstream/dev.truth.user_page_counts.tsv"))) {
            String[] fields = row.split("\t", -1);
            if (!fields[0].equals("-")) {
                expectedPages.put(fields[0] + " " + fields[1], Integer.valueOf(fields[2]));
            }
        }
        TreeSet<String> expectedChurned = new TreeSet<>();
        for (String row : Files.readAllLines(Repository.fixture("clickstream/dev.truth.churned.tsv"))) {
            expectedChurned.add(row.replace('\t', ' '));
        }
        assertThat(records).isEqualTo(143_485);
        assertThat(reasons).containsOnly(Map.entry("missing customer (/userId)", 4_242));
        assertThat(pages).isEqualTo(expectedPages);
        assertThat(churned).hasSize(25).isEqualTo(expectedChurned);
    }

    private void count(Decoded<MappedEvent> decoded) {
        if (decoded instanceof Decoded.Event<MappedEvent> found) {
            MappedEvent event = found.event();
            pages.merge(event.customerId() + " " + event.name(), 1, Integer::sum);
            if (event.kind().equals("SUBSCRIPTION_CANCELLED")) {
                churned.add(event.customerId() + " " + event.at() + " "
                        + event.attributes().get("level"));
            }
        } else {
            reasons.merge(Decodes.what(decoded), 1, Integer::sum);
        }
    }

    private static Mapping mapping() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ClickstreamTest.class.getResourceAsStream("/mapping/clickstream.yaml"), "clickstream.yaml")) {
            return Mapping.load(in, "clickstream.yaml", MappedEvent.KINDS);
        }
    }
}
