package dev.latido.live;

import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** A run of the job with topics of its own, seen from outside: its events, its rules and models, and what it publishes. */
final class JobRun implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int PIECE = 24;

    private final TestKafka kafka;
    private final String name;
    private final Path config;
    private final RunRules rules;
    private final RunModels models;

    private JobRun(TestKafka kafka, String name, Path config) throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, Map.of());
        this.kafka = kafka;
        this.name = name;
        this.config = config;
        this.rules = new RunRules(kafka, name, settings);
        this.models = new RunModels(kafka, name, settings);
    }

    static JobRun of(TestKafka kafka, String name, Path dir) throws Exception {
        Path config = JobConfig.withEventsOfItsOwn(
                dir, name, kafka.bootstrapServers(), dir.resolve("unused"), name + "-events", EndlessFeed.PARTITIONS);
        kafka.createTopics(config);
        return new JobRun(kafka, name, config);
    }

    String name() {
        return name;
    }

    String config() {
        return config.toString();
    }

    RunRules rules() {
        return rules;
    }

    RunModels models() {
        return models;
    }

    /** All events that the feed has given so far, to this run's topic. */
    void write(EndlessFeed feed) throws Exception {
        kafka.write(feed.all(name + "-events"));
    }

    /** The feed's end, to this run's topic. */
    void writeEnd(EndlessFeed feed) throws Exception {
        kafka.write(feed.end(name + "-events"));
    }

    /** Lets events flow until something has come of them. */
    void flowUntil(EndlessFeed feed, String what, Callable<Boolean> condition, Supplier<String> why) throws Exception {
        Deadline.await(
                LONGEST,
                what,
                () -> {
                    kafka.write(feed.next(PIECE, name + "-events"));
                    return condition.call();
                },
                why);
    }

    /** Waits until something has come, without further events. */
    void await(String what, Callable<Boolean> condition, Supplier<String> why) throws Exception {
        Deadline.await(LONGEST, what, condition, why);
    }

    /** Whether of rules and of models something has been said that no reader may rely on yet. */
    boolean saysWhatIsNotCommitted() throws Exception {
        return kafka.hasUncommitted(name, "model-status") && kafka.hasUncommitted(name, "rule-status");
    }

    /** By key, what was published in a stream. */
    Map<String, List<String>> published(String stream) throws Exception {
        return kafka.published(name, stream);
    }

    @Override
    public void close() {
        rules.close();
        models.close();
    }
}
