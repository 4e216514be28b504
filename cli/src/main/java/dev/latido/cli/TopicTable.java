package dev.latido.cli;

import dev.latido.connector.kafka.TopicSpec;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The topics that a job needs, one on a line. */
final class TopicTable {

    private final TextTable table =
            new TextTable("TOPIC", "STATE", "USE", "KEY", "PARTITIONS", "KEPT", "RECORDS UP TO", "WHAT IS IN IT");

    /**
     * Adds a topic.
     *
     * @param ready whether it is there as needed
     */
    void add(TopicSpec topic, boolean ready) {
        table.add(
                topic.name(),
                ready ? "ok" : "WRONG",
                topic.use().name().toLowerCase(Locale.ROOT),
                topic.key(),
                Integer.toString(topic.partitions()),
                kept(topic.retention()),
                (topic.maxMessageBytes() >> 20) + " MiB",
                topic.what());
    }

    private static String kept(@Nullable Duration retention) {
        return retention == null ? "compacted" : retention.toDays() + " days";
    }

    void print(PrintWriter out) {
        table.print(out);
    }
}
