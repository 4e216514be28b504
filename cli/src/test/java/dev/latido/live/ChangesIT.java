package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.RuleChange;
import dev.latido.scoring.ModelChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules and models that change while events flow through a Flink cluster of several processes, of which one is killed. */
@Timeout(600)
class ChangesIT {

    private static final Path JAR = Path.of("../flink-jobs/target/latido-job.jar");

    @TempDir
    private Path dir;

    private final EndlessFeed feed = new EndlessFeed();
    private ModelPlan models;

    @BeforeEach
    void writeModels() throws Exception {
        models = ModelPlan.in(dir);
    }

    @Test
    void whatChangesUnderLoadIsAsWhereTheChangesAreKnownBeforehand() throws Exception {
        try (TestKafka kafka = TestKafka.start(dir.resolve("kafka"));
                FlinkCluster cluster = FlinkCluster.start(dir.resolve("flink"), JAR, 1);
                JobRun disturbed = JobRun.of(kafka, "disturbed", dir);
                JobRun foreknowing = JobRun.of(kafka, "foreknowing", dir)) {
            JavaProcess victim = cluster.startTaskManager();
            FlinkRest rest = cluster.rest();
            rest.awaitTaskManagers(2, cluster.processes());
            String jar = rest.upload(JAR);

            send(disturbed, RulePlan.BEFORE_ALL, models.beforeAll);
            String job = rest.run(jar, "--config", disturbed.config());
            changeUnderLoad(disturbed, cluster, victim);
            end(job, disturbed, kafka, cluster);
            assertThat(rest.failures(job)).isPositive();

            send(foreknowing, RulePlan.BEFORE_ALL, models.beforeAll);
            job = rest.run(jar, "--config", foreknowing.config());
            changeBeforehand(foreknowing, disturbed, cluster);
            end(job, foreknowing, kafka, cluster);
            assertThat(rest.failures(job)).isZero();

            RulePlan.assertThatEachChangeTold(disturbed.rules());
            models.assertThatEachScoreIsOfTheVersionInForce(disturbed.models());
            models.assertThatEachAlertIsOfTheVersionInForce(disturbed.models());
            assertSame(disturbed, foreknowing);
        }
    }

    private void changeUnderLoad(JobRun run, FlinkCluster cluster, JavaProcess victim) throws Exception {
        flowUntilAlerted(run, cluster, "carried 1", "drained 1", "paused 1", "reset 1", "waiting 1");
        flowUntil(run, cluster, "a risk by version 1", () -> run.models().hasAlerted("1", Instant.MIN));

        change(run, cluster, RulePlan.WHILE_ALL_IS_WELL, models.trial);
        flowUntilAlerted(run, cluster, "drained 2", "reset 2", "tried 1");
        flowUntil(run, cluster, "a comparison", () -> run.models().hasCompared("2"));
        change(run, cluster, List.of(), models.promotion);
        flowUntilRisk(run, cluster, "2", models.promotion);

        send(run, RulePlan.JUST_BEFORE_THE_KILL, List.of(models.third));
        flowUntil(run, cluster, "uncommitted statuses", run::saysWhatIsNotCommitted);
        victim.kill();
        cluster.startTaskManager();
        flowUntilAccepted(run, cluster, RulePlan.JUST_BEFORE_THE_KILL, models.third);
        flowUntilAlerted(run, cluster, "carried 2", "waiting 2");
        flowUntilRisk(run, cluster, "3", models.third);

        change(run, cluster, RulePlan.AFTER_THE_KILL, models.rollback);
        flowUntilAlerted(run, cluster, "carried 3", "drained 3", "reset 3", "waiting 3");
        flowUntil(run, cluster, "alerts after the pause", () -> RulePlan.hasResumed(run.rules()));
        flowUntilRisk(run, cluster, "2", models.rollback);
        run.writeEnd(feed);
    }

    private void change(JobRun run, FlinkCluster cluster, List<RuleChange> rules, ModelChange model) throws Exception {
        send(run, rules, List.of(model));
        flowUntilAccepted(run, cluster, rules, model);
    }

    private static void send(JobRun run, List<RuleChange> rules, List<ModelChange> models) throws Exception {
        run.models().send(models);
        run.rules().send(rules);
    }

    private void flowUntilAccepted(JobRun run, FlinkCluster cluster, List<RuleChange> rules, ModelChange model)
            throws Exception {
        flowUntil(
                run,
                cluster,
                "acceptance of " + rules + " and " + model,
                () -> run.rules().hasAccepted(rules) && run.models().hasAccepted(List.of(model)));
    }

    private void flowUntilAlerted(JobRun run, FlinkCluster cluster, String... versions) throws Exception {
        flowUntil(
                run,
                cluster,
                "alerts of " + List.of(versions),
                () -> run.rules().alerted().containsAll(List.of(versions)));
    }

    private void flowUntilRisk(JobRun run, FlinkCluster cluster, String version, ModelChange since) throws Exception {
        Instant from = run.models().effectiveAt(since);
        flowUntil(
                run, cluster, "a risk by version " + version, () -> run.models().hasAlerted(version, from));
    }

    private void flowUntil(JobRun run, FlinkCluster cluster, String what, Callable<Boolean> condition)
            throws Exception {
        run.flowUntil(feed, what, condition, () -> outputs(cluster));
    }

    /** The changes are on their topics, with the instants of the other run, before the first event is. */
    private void changeBeforehand(JobRun run, JobRun other, FlinkCluster cluster) throws Exception {
        List<RuleChange> rules = RulePlan.asIn(other.rules());
        List<ModelChange> changes = models.asIn(other.models());
        awaitAccepted(run, cluster, RulePlan.BEFORE_ALL, models.beforeAll);
        send(run, rules, changes);
        awaitAccepted(run, cluster, rules, changes);
        run.write(feed);
    }

    private static void awaitAccepted(
            JobRun run, FlinkCluster cluster, List<RuleChange> rules, List<ModelChange> models) throws Exception {
        run.await(
                "acceptance of " + rules + " and " + models,
                () -> run.rules().hasAccepted(rules) && run.models().hasAccepted(models),
                () -> outputs(cluster));
    }

    /** Once all has been read, what customers have last been touched for is counted by the second checkpoint. */
    private static void end(String job, JobRun run, TestKafka kafka, FlinkCluster cluster) throws Exception {
        kafka.awaitScores(run.name(), EndlessFeed.ticks(), cluster.processes());
        cluster.rest().awaitCheckpoints(job, 2);
        cluster.rest().stop(job);
    }

    private static void assertSame(JobRun disturbed, JobRun foreknowing) throws Exception {
        assertThat(disturbed.rules().saidOfChanges())
                .isEqualTo(foreknowing.rules().saidOfChanges());
        assertThat(disturbed.models().saidOfChanges())
                .isEqualTo(foreknowing.models().saidOfChanges());
        assertThat(disturbed.models().saidOtherwise())
                .isNotEmpty()
                .isEqualTo(foreknowing.models().saidOtherwise());
        for (String stream : List.of("alerts", "shadow-alerts", "health-scores", "features")) {
            Map<String, List<String>> expected = foreknowing.published(stream);
            Map<String, List<String>> actual = disturbed.published(stream);
            List<String> all =
                    actual.values().stream().flatMap(Collection::stream).toList();
            assertThat(all).as(stream).isNotEmpty();
            assertThat(new HashSet<>(all)).as(stream + ", each once").hasSameSizeAs(all);
            assertThat(actual).as(stream).containsOnlyKeys(expected.keySet());
            expected.forEach((key, records) ->
                    assertThat(actual.get(key)).as(stream + " of " + key).isEqualTo(records));
        }
    }

    private static String outputs(FlinkCluster cluster) {
        StringBuilder outputs = new StringBuilder();
        for (JavaProcess process : cluster.processes()) {
            outputs.append(process.output());
        }
        return outputs.toString();
    }
}
