package dev.latido.connector.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A topic as it is, to be compared with what a job needs. */
record FoundTopic(int partitions, Map<String, String> settings) {

    /** What is wrong with it, one sentence each. */
    List<String> problems(TopicSpec needed) {
        List<String> problems = new ArrayList<>();
        String topic = "Topic " + needed.name();
        if (partitions < needed.partitions()) {
            problems.add(
                    topic + " has " + partitions + " partition(s); at least " + needed.partitions() + " are needed.");
        }
        String policy = settings.getOrDefault("cleanup.policy", "delete");
        if (!policy.equals(needed.cleanupPolicy())) {
            problems.add(topic + " has cleanup.policy=" + policy + "; it must be " + needed.cleanupPolicy() + ".");
        }
        Duration retention = needed.retention();
        if (retention != null && isShorter("retention.ms", retention.toMillis())) {
            problems.add(topic + " keeps records for " + length(setting("retention.ms")) + " (retention.ms); "
                    + length(retention.toMillis()) + " are needed.");
        }
        if (isShorter("max.message.bytes", needed.maxMessageBytes())) {
            problems.add(topic + " takes records of at most " + setting("max.message.bytes")
                    + " bytes (max.message.bytes); " + needed.maxMessageBytes() + " are needed.");
        }
        return problems;
    }

    /** Settings that are missing or negative mean without limit. */
    private boolean isShorter(String name, long needed) {
        long value = setting(name);
        return value >= 0 && value < needed;
    }

    private static String length(long millis) {
        Duration length = Duration.ofMillis(millis);
        return length.toDays() > 0 ? length.toDays() + " days" : length.toSeconds() + " s";
    }

    private long setting(String name) {
        return Long.parseLong(settings.getOrDefault(name, "-1"));
    }
}
