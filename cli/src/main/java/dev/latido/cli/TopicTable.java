package dev.latido.cli;

import dev.latido.connector.kafka.TopicSpec;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The topics that a job needs, one on a line. */
final class TopicTable {

    private static final List<String> HEAD =
            List.of("TOPIC", "STATE", "USE", "KEY", "PARTITIONS", "KEPT", "RECORDS UP TO", "WHAT IS IN IT");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));

    /**
     * Adds a topic.
     *
     * @param ready whether it is there as needed
     */
    void add(TopicSpec topic, boolean ready) {
        rows.add(List.of(
                topic.name(),
                ready ? "ok" : "WRONG",
                topic.use().name().toLowerCase(Locale.ROOT),
                topic.key(),
                Integer.toString(topic.partitions()),
                kept(topic.retention()),
                (topic.maxMessageBytes() >> 20) + " MiB",
                topic.what()));
    }

    private static String kept(@Nullable Duration retention) {
        return retention == null ? "compacted" : retention.toDays() + " days";
    }

    void print(PrintWriter out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append(row.get(column))
                        .append(" ".repeat(width(column) - row.get(column).length() + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
