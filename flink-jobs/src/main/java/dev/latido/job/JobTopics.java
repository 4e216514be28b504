package dev.latido.job;

import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.TopicSpec.Use;
import dev.latido.publish.OutputStreams;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.OutputSettings;
import dev.latido.setting.SourceSettings;
import dev.latido.setting.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The topics that the job needs. */
public final class JobTopics {

    private static final int MAX_INPUT_BYTES = 1 << 20;

    /** A late event of 1 MiB may be longer when written again, and a dead letter carries its record in Base64. */
    private static final int MAX_OUTPUT_BYTES = 8 << 20;

    private static final int MAX_SCORE_BYTES = 1 << 20;

    private JobTopics() {}

    /** All topics, with what is in them. */
    public static List<TopicSpec> specs(LatidoSettings settings) {
        List<TopicSpec> specs = new ArrayList<>();
        settings.sources().forEach((name, source) -> specs.add(input(settings, name, source)));
        specs.add(new TopicSpec(
                name(settings, settings.commands().privacy()),
                "commands to forget a customer",
                "any",
                settings.commands().privacy().partitions(),
                retention(settings.commands().privacy()),
                MAX_INPUT_BYTES,
                Use.INPUT));
        specs.add(new TopicSpec(
                name(settings, settings.commands().rules()),
                "what the rules are",
                "rule",
                settings.commands().rules().partitions(),
                retention(settings.commands().rules()),
                MAX_INPUT_BYTES,
                Use.INPUT));
        specs.add(new TopicSpec(
                name(settings, settings.commands().models()),
                "what the models are",
                "model",
                settings.commands().models().partitions(),
                retention(settings.commands().models()),
                MAX_INPUT_BYTES,
                Use.INPUT));
        OutputSettings outputs = settings.outputs();
        specs.add(output(settings, outputs.healthScores(), "health scores", "customer", MAX_SCORE_BYTES));
        specs.add(output(settings, outputs.alerts(), "alerts", "customer", MAX_SCORE_BYTES));
        specs.add(output(settings, outputs.shadowAlerts(), "alerts of rules on trial", "customer", MAX_SCORE_BYTES));
        specs.add(output(
                settings,
                outputs.features(),
                "what models see of customers, and outcomes",
                "customer",
                MAX_SCORE_BYTES));
        specs.add(output(settings, outputs.ruleStatus(), "what became of changes of rules", "rule", MAX_SCORE_BYTES));
        specs.add(output(settings, outputs.modelStatus(), "what is said of models", "model", MAX_SCORE_BYTES));
        specs.add(output(
                settings, outputs.deadLetters(), "records that could not be read", "partition", MAX_OUTPUT_BYTES));
        specs.add(output(settings, outputs.lateEvents(), "events that came late", "customer", MAX_OUTPUT_BYTES));
        return specs;
    }

    /** For every output stream, its topic. */
    public static Map<String, String> byStream(LatidoSettings settings) {
        OutputSettings outputs = settings.outputs();
        Map<String, String> topics = new LinkedHashMap<>();
        topics.put(OutputStreams.HEALTH_SCORES, name(settings, outputs.healthScores()));
        topics.put(OutputStreams.ALERTS, name(settings, outputs.alerts()));
        topics.put(OutputStreams.SHADOW_ALERTS, name(settings, outputs.shadowAlerts()));
        topics.put(OutputStreams.FEATURES, name(settings, outputs.features()));
        topics.put(OutputStreams.RULE_STATUS, name(settings, outputs.ruleStatus()));
        topics.put(OutputStreams.MODEL_STATUS, name(settings, outputs.modelStatus()));
        topics.put(OutputStreams.DEAD_LETTERS, name(settings, outputs.deadLetters()));
        topics.put(OutputStreams.LATE_EVENTS, name(settings, outputs.lateEvents()));
        return topics;
    }

    public static String name(LatidoSettings settings, TopicSettings topic) {
        return settings.kafka().topicPrefix() + topic.topic();
    }

    public static String name(LatidoSettings settings, SourceSettings source) {
        return settings.kafka().topicPrefix() + source.topic();
    }

    private static TopicSpec input(LatidoSettings settings, String name, SourceSettings source) {
        return new TopicSpec(
                name(settings, source),
                name + " events, read by the mapping " + source.mapping(),
                "any",
                source.partitions(),
                Duration.ofDays(source.retentionDays()),
                MAX_INPUT_BYTES,
                Use.INPUT);
    }

    private static TopicSpec output(
            LatidoSettings settings, TopicSettings topic, String what, String key, int maxMessageBytes) {
        return new TopicSpec(
                name(settings, topic), what, key, topic.partitions(), retention(topic), maxMessageBytes, Use.OUTPUT);
    }

    private static @Nullable Duration retention(TopicSettings topic) {
        return topic.retentionDays() == 0 ? null : Duration.ofDays(topic.retentionDays());
    }
}
