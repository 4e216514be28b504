package dev.latido.demo;

import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.Topics;
import dev.latido.job.InitialRules;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.models.ModelSender;
import dev.latido.models.ShippedModels;
import dev.latido.replay.TemporaryDirectory;
import dev.latido.rule.Rule;
import dev.latido.rules.RuleSender;
import dev.latido.setting.LatidoSettings;
import dev.latido.simulator.Simulation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One run of the demo, which leaves nothing behind but the directory it was asked for.
 *
 * @see #stop how it is ended early
 */
public final class Demo {

    private final DemoPlan plan;
    private final LatidoSettings user;
    private final @Nullable Path out;
    private final LiveView view;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile boolean stopping;

    /** @param out where the results go as files; null for nowhere */
    public Demo(DemoPlan plan, LatidoSettings user, @Nullable Path out, LiveView view, Clock clock) {
        this.plan = plan;
        this.user = user;
        this.out = out;
        this.view = view;
        this.clock = clock;
    }

    /** Runs to the end, or until it is stopped. */
    public void run() throws Exception {
        try (Recording recording = out == null ? null : Recording.in(out);
                TemporaryDirectory directory =
                        TemporaryDirectory.unguarded(Path.of(System.getProperty("java.io.tmpdir")))) {
            view.line("Starting Kafka and Flink in this process ...");
            try (DemoServers servers = DemoServers.start(directory.path(), user)) {
                if (!stopping) {
                    run(servers, directory.path(), recording);
                }
            }
        } catch (Exception e) {
            // What breaks because the program is ending is no failure.
            if (!stopping) {
                throw e;
            }
        } finally {
            view.endProgress();
            if (stopping) {
                view.line("Stopped early. Nothing was left behind%s.", out == null ? "" : " but what is in " + out);
            }
            ended.countDown();
        }
    }

    /** Ends the run early: what has been read by then is still evaluated and reported. */
    public void stop() {
        stopping = true;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Waits until everything is closed and deleted. */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run(DemoServers servers, Path directory, @Nullable Recording recording) throws Exception {
        LatidoSettings settings = DemoSettings.of(user, plan, servers.bootstrapServers());
        KafkaConnection connection = KafkaEnds.connection(settings.kafka());
        try (Topics topics = Topics.at(connection, Topics.TIMEOUT)) {
            topics.create(JobTopics.specs(settings), Optional.of((short) 1));
        }
        List<Rule> rules = InitialRules.load(null);
        try (RuleSender sender = RuleSender.to(settings)) {
            sender.send(rules.stream().map(InitialRules::change).toList());
        }
        try (ModelSender sender = ModelSender.to(settings)) {
            sender.send(ShippedModels.writeTo(directory.resolve("models")));
        }
        Simulation simulation = plan.simulate();
        try (Player player = Player.into(connection, settings, plan, simulation);
                ResultTopics results = ResultTopics.of(connection, settings)) {
            DemoJob job = DemoJob.start(
                    servers.flink(),
                    directory.resolve("savepoint"),
                    settings,
                    DemoSettings.aliases(settings, simulation.aliases()));
            describe(servers);
            new DemoRun(this, plan, player, job, results, recording, view, clock).run();
        }
        if (!stopping) {
            new DemoReport(view).whereToLook(plan.simulation(), out);
        }
    }

    private void describe(DemoServers servers) throws DemoFailure {
        view.line("  Kafka    %s", servers.bootstrapServers());
        view.line("  Flink    %s", servers.flink().webAddress());
        view.line("  Metrics  %s", servers.metricsAddress());
        view.line(
                "Playing %s of %s in %d s. Ctrl-C ends it; nothing stays behind%s.",
                count(plan.simulation().days(), "day"),
                count(plan.simulation().customers(), "customer"),
                plan.duration().toSeconds(),
                out == null ? "" : " but " + out);
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
