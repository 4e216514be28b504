package dev.latido.job;

import dev.latido.command.CommandStage;
import dev.latido.control.ControlOperator;
import dev.latido.control.ControlStage;
import dev.latido.control.ControlStreams;
import dev.latido.control.RequestStreams;
import dev.latido.customer.CustomerOperator;
import dev.latido.customer.CustomerStage;
import dev.latido.event.DeadLetter;
import dev.latido.event.HealthRecord;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.IngestStage;
import dev.latido.ingest.IngestedStreams;
import dev.latido.publish.PublishStage;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import dev.latido.watch.WatchStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the health of customers.
 *
 * <pre>
 * events ──────── ingest ─┬─────────── customer-health ─┬─ health-scores, tombstones
 * sparse events ─ ingest ─┼─ (time) ─ control ─┤        ├─ alerts, shadow-alerts
 * commands ────── check ──┤              │     │        ├─ features, late-events
 * rules ───────── read ───┼──────────────┤     │        └─ model-watch ─ model-status
 * models ── read ── load ─┼──────────────┘     └─ rule-status, model-status
 *                         └─ (bad) ─────────────────────── dead-letters
 * </pre>
 */
public final class CustomerHealthJob {

    private CustomerHealthJob() {}

    /** Runs the job on the cluster that it is submitted to; arguments: {@code [--config FILE]}. */
    public static void main(String[] args) throws Exception {
        LatidoSettings settings = SettingsLoader.load(configFile(args), System.getenv());
        KafkaReadiness.require(settings);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        configure(env, settings);
        define(
                env,
                KafkaEnds.of(settings, ChangeTopics.read(settings)),
                KafkaEnds.boundsMillis(settings),
                Aliases.NONE,
                settings);
        env.execute(settings.job().name());
    }

    private static @Nullable Path configFile(String[] args) throws SettingsException {
        if (args.length == 0) {
            return null;
        }
        if (args.length == 2 && args[0].equals("--config")) {
            return Path.of(args[1]);
        }
        throw new SettingsException("The job takes no arguments but --config FILE");
    }

    /** Sets parallelism and checkpoints; a checkpoint that takes too long fails before its transactions time out. */
    public static void configure(StreamExecutionEnvironment env, LatidoSettings settings) {
        env.setParallelism(settings.job().parallelism());
        env.enableCheckpointing(settings.job().checkpointSeconds() * 1000L);
        env.getCheckpointConfig().setCheckpointTimeout(KafkaReadiness.CHECKPOINT_TIMEOUT.toMillis());
    }

    /**
     * Adds the job to the environment, with the environment's parallelism.
     *
     * @param boundMillis by source, how far behind the highest time an event may come without being late
     */
    public static void define(
            StreamExecutionEnvironment env,
            Ends ends,
            Map<String, Long> boundMillis,
            Aliases aliases,
            LatidoSettings settings) {
        env.setMaxParallelism(settings.job().maxParallelism());
        IngestedStreams in = inputs(env, ends, new IngestStage(env, boundMillis, aliases));

        Optional<RequestStreams> changes = changes(env, ends, settings);
        ControlStreams control = ControlStage.order(
                in.firstPlaces(),
                changes.map(RequestStreams::requests),
                new ControlOperator(
                        ends.initial(), ends.live(), settings.models().scorerChoice()));
        SingleOutputStreamOperator<HealthRecord> health = CustomerStage.evaluate(
                in.inputs(),
                control.messages(),
                settings.policy(),
                settings.job().cachedCustomers());
        DataStream<DeadLetter> deadLetters =
                changes.map(read -> in.deadLetters().union(read.deadLetters())).orElse(in.deadLetters());

        PublishStage.publish(
                ends.results(),
                ends.resultParallelism(),
                List.of(
                        PublishStage.healthScores(health),
                        PublishStage.alerts(health.getSideOutput(CustomerOperator.ALERTS)),
                        PublishStage.shadowAlerts(health.getSideOutput(CustomerOperator.SHADOW_ALERTS)),
                        PublishStage.features(health.getSideOutput(CustomerOperator.FEATURES)),
                        PublishStage.ruleStatuses(ControlStage.ruleStatuses(
                                control.ruleStatuses(), health.getSideOutput(CustomerOperator.RULE_EFFECTS))),
                        PublishStage.modelStatuses(control.modelStatuses()),
                        PublishStage.modelReports(WatchStage.watch(
                                health.getSideOutput(CustomerOperator.MODEL_TALLIES), settings.modelWatch())),
                        PublishStage.lateEvents(health.getSideOutput(CustomerOperator.LATE_EVENTS)),
                        PublishStage.deadLetters(deadLetters)));
    }

    private static IngestedStreams inputs(StreamExecutionEnvironment env, Ends ends, IngestStage ingest) {
        IngestedStreams events = ingest.events(ends.events());
        IngestedStreams all =
                ends.sparseEvents().map(ingest::sparseEvents).map(events::union).orElse(events);
        return ends.commands()
                .map(commands -> CommandStage.commands(env, commands))
                .map(all::union)
                .orElse(all);
    }

    private static Optional<RequestStreams> changes(
            StreamExecutionEnvironment env, Ends ends, LatidoSettings settings) {
        Optional<RequestStreams> rules = ends.rules().map(source -> ControlStage.rules(env, source));
        Optional<RequestStreams> models = ends.models()
                .map(source ->
                        ControlStage.models(env, source, settings.models().scorerChoice()));
        return Stream.of(rules, models).flatMap(Optional::stream).reduce(RequestStreams::union);
    }
}
