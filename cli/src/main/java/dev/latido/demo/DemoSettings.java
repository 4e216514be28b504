package dev.latido.demo;

import dev.latido.ingest.Aliases;
import dev.latido.setting.JobSettings;
import dev.latido.setting.KafkaSettings;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.MetricSettings;
import dev.latido.setting.OutputSettings;
import dev.latido.setting.SourceSettings;
import dev.latido.setting.TimeSettings;
import dev.latido.setting.TopicSettings;
import dev.latido.simulator.Alias;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The user's settings, changed as far as a broker in this process and weeks that pass in seconds ask for it. */
final class DemoSettings {

    /**
     * Silence, in wall-clock time, after which a topic no longer holds event time back: longer than the nights in which
     * nobody writes a ticket, so that no event finds the time past it.
     */
    private static final Duration IDLE = Duration.ofSeconds(10);

    static final String LOOPBACK = "127.0.0.1";

    private static final Duration LEAST_DRIFT = Duration.ofDays(3);
    private static final Duration MOST_DRIFT = Duration.ofDays(365);

    private DemoSettings() {}

    static LatidoSettings of(LatidoSettings user, DemoPlan plan, String bootstrapServers) {
        KafkaSettings kafka = user.kafka();
        JobSettings job = user.job();
        return new LatidoSettings(
                new KafkaSettings(
                        bootstrapServers,
                        "",
                        kafka.groupId(),
                        kafka.topicPrefix(),
                        KafkaSettings.EXACTLY_ONCE,
                        kafka.transactionalIdPrefix(),
                        kafka.transactionTimeoutMinutes(),
                        1),
                sources(user),
                outputs(user.outputs()),
                user.commands(),
                new TimeSettings(user.time().maxAheadMinutes(), (int) IDLE.toSeconds(), driftMinutes(plan)),
                new JobSettings(
                        job.name(),
                        job.parallelism(),
                        job.maxParallelism(),
                        1,
                        job.cachedCustomers(),
                        job.stateDirectory()),
                new MetricSettings(LOOPBACK, 0),
                user.health(),
                user.alerts(),
                user.duplicates(),
                user.rules(),
                user.features(),
                user.models(),
                user.modelWatch(),
                user.catalogue());
    }

    /** The simulator's names of tools are those of mappings; the job knows sources by the settings' names. */
    static Aliases aliases(LatidoSettings settings, List<Alias> aliases) {
        Map<String, Map<String, String>> byMapping = Alias.bySource(aliases);
        Map<String, Map<String, String>> bySource = new HashMap<>();
        settings.sources()
                .forEach((name, source) -> bySource.put(name, byMapping.getOrDefault(source.mapping(), Map.of())));
        return new Aliases(bySource);
    }

    private static Map<String, SourceSettings> sources(LatidoSettings user) {
        Map<String, SourceSettings> sources = new LinkedHashMap<>();
        user.sources()
                .forEach((name, source) -> sources.put(
                        name,
                        new SourceSettings(
                                source.topic(),
                                source.mapping(),
                                source.outOfOrdernessSeconds(),
                                source.sparse(),
                                1,
                                source.retentionDays())));
        return sources;
    }

    private static OutputSettings outputs(OutputSettings user) {
        return new OutputSettings(
                small(user.healthScores()),
                small(user.alerts()),
                small(user.shadowAlerts()),
                small(user.features()),
                small(user.ruleStatus()),
                small(user.modelStatus()),
                small(user.deadLetters()),
                small(user.lateEvents()));
    }

    private static TopicSettings small(TopicSettings topic) {
        return new TopicSettings(topic.topic(), 1, topic.retentionDays());
    }

    /** How far the other topics are read ahead of one: more than the time that passes until that one counts as idle. */
    private static int driftMinutes(DemoPlan plan) {
        Duration drift = plan.simulatedIn(IDLE.multipliedBy(2));
        if (drift.compareTo(LEAST_DRIFT) < 0) {
            drift = LEAST_DRIFT;
        } else if (drift.compareTo(MOST_DRIFT) > 0) {
            drift = MOST_DRIFT;
        }
        return (int) drift.toMinutes();
    }
}
