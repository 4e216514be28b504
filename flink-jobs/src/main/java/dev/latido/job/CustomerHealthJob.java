package dev.latido.job;

import dev.latido.command.CommandStage;
import dev.latido.control.ControlStage;
import dev.latido.customer.CustomerOperator;
import dev.latido.customer.CustomerStage;
import dev.latido.event.HealthRecord;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.IngestStage;
import dev.latido.ingest.IngestedStreams;
import dev.latido.publish.PublishStage;
import dev.latido.rule.EffectiveChange;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the health of customers.
 *
 * <pre>
 * events ──────── ingest ─┬─────────── customer-health ─┬─ health-scores, tombstones
 * sparse events ─ ingest ─┼─ (time) ─ control ─┘        ├─ alerts
 * commands ────── check ──┤                             └─ late-events
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
        define(env, KafkaEnds.of(settings), KafkaEnds.boundsMillis(settings), Aliases.NONE, settings);
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
        IngestStage ingest = new IngestStage(env, boundMillis, aliases);
        IngestedStreams in = ingest.events(ends.events());
        in = ends.sparseEvents().map(ingest::sparseEvents).map(in::union).orElse(in);
        in = ends.commands()
                .map(commands -> CommandStage.commands(env, commands))
                .map(in::union)
                .orElse(in);

        DataStream<EffectiveChange> control = ControlStage.order(in.firstPlaces(), Optional.empty(), ends.live());
        SingleOutputStreamOperator<HealthRecord> health = CustomerStage.evaluate(
                in.inputs(), control, settings.policy(), settings.job().cachedCustomers());

        PublishStage.publish(
                ends.results(),
                ends.resultParallelism(),
                List.of(
                        PublishStage.healthScores(health),
                        PublishStage.alerts(health.getSideOutput(CustomerOperator.ALERTS)),
                        PublishStage.lateEvents(health.getSideOutput(CustomerOperator.LATE_EVENTS)),
                        PublishStage.deadLetters(in.deadLetters())));
    }
}
