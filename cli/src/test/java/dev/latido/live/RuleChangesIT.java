package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rules that change while events flow through a Flink cluster of several processes, of which one is killed. */
@Timeout(240)
class RuleChangesIT {

    private static final Path JAR = Path.of("../flink-jobs/target/latido-job.jar");

    private static final RuleChange DRAINED = RuleTexts.sequence("drained", 1, "drain", "live");
    private static final RuleChange DRAINED_2 = RuleTexts.sequence("drained", 2, "drain", "live");
    private static final RuleChange RESET = RuleTexts.sequence("reset", 1, "reset", "live");
    private static final RuleChange RESET_2 = RuleTexts.sequence("reset", 2, "reset", "live");
    private static final RuleChange CARRIED = RuleTexts.sequence("carried", 1, "carry", "live");
    private static final RuleChange CARRIED_2 = RuleTexts.sequence("carried", 2, "carry", "live");
    private static final RuleChange PAUSED = RuleTexts.sequence("paused", 1, "drain", "live");
    private static final RuleChange PAUSE = RuleTexts.of(Action.PAUSE, PAUSED);
    private static final RuleChange RESUME = RuleTexts.of(Action.RESUME, PAUSED);
    private static final RuleChange WAITING = RuleTexts.absence("waiting", 1, "drain");
    private static final RuleChange WAITING_2 = RuleTexts.absence("waiting", 2, "drain");
    private static final RuleChange TRIED = RuleTexts.sequence("tried", 1, "drain", "shadow");
    private static final RuleChange DELETE = RuleTexts.of(Action.DELETE, TRIED);

    private static final List<RuleChange> BEFORE_ALL = List.of(CARRIED, DRAINED, PAUSED, RESET, WAITING);
    private static final List<RuleChange> WHILE_ALL_IS_WELL = List.of(DRAINED_2, RESET_2, PAUSE, TRIED);
    private static final List<RuleChange> JUST_BEFORE_THE_KILL = List.of(CARRIED_2, WAITING_2);
    private static final List<RuleChange> AFTER_THE_KILL = List.of(
            RESUME,
            RuleTexts.sequence("drained", 3, "drain", "live"),
            RuleTexts.sequence("reset", 3, "reset", "live"),
            RuleTexts.sequence("carried", 3, "carry", "live"),
            RuleTexts.absence("waiting", 3, "reset"),
            DELETE);

    @TempDir
    private Path dir;

    private final RuleFeed feed = new RuleFeed();

    @Test
    void rulesThatChangeUnderLoadFindWhatTheyFindWhereTheChangesAreKnownBeforehand() throws Exception {
        try (TestKafka kafka = TestKafka.start(dir.resolve("kafka"));
                FlinkCluster cluster = FlinkCluster.start(dir.resolve("flink"), JAR, 1);
                RuleRun disturbed = RuleRun.of(kafka, "disturbed", dir);
                RuleRun foreknowing = RuleRun.of(kafka, "foreknowing", dir)) {
            JavaProcess victim = cluster.startTaskManager();
            FlinkRest rest = cluster.rest();
            rest.awaitTaskManagers(2, cluster.processes());
            String jar = rest.upload(JAR);

            disturbed.send(BEFORE_ALL);
            String job = rest.run(jar, "--config", disturbed.config());
            changeUnderLoad(disturbed, cluster, victim);
            end(job, "disturbed", kafka, cluster);
            assertThat(rest.failures(job)).isPositive();

            foreknowing.send(BEFORE_ALL);
            job = rest.run(jar, "--config", foreknowing.config());
            changeBeforehand(foreknowing, disturbed, cluster);
            end(job, "foreknowing", kafka, cluster);
            assertThat(rest.failures(job)).isZero();

            assertSame(disturbed, foreknowing);
            assertThatEachChangeTold(disturbed);
        }
    }

    private void changeUnderLoad(RuleRun run, FlinkCluster cluster, JavaProcess victim) throws Exception {
        flowUntilAlerted(run, cluster, "carried 1", "drained 1", "paused 1", "reset 1", "waiting 1");
        run.send(WHILE_ALL_IS_WELL);
        flowUntilAccepted(run, cluster, WHILE_ALL_IS_WELL);
        flowUntilAlerted(run, cluster, "drained 2", "reset 2", "tried 1");

        run.send(JUST_BEFORE_THE_KILL);
        run.flowUntil(feed, "an uncommitted status", run::saysWhatIsNotCommitted, () -> outputs(cluster));
        victim.kill();
        cluster.startTaskManager();
        flowUntilAccepted(run, cluster, JUST_BEFORE_THE_KILL);
        flowUntilAlerted(run, cluster, "carried 2", "waiting 2");

        run.send(AFTER_THE_KILL);
        flowUntilAccepted(run, cluster, AFTER_THE_KILL);
        flowUntilAlerted(run, cluster, "carried 3", "drained 3", "reset 3", "waiting 3");
        run.flowUntil(feed, "alerts after the pause", () -> hasResumed(run), () -> outputs(cluster));
        run.writeEnd(feed);
    }

    private static boolean hasResumed(RuleRun run) throws Exception {
        Instant resumed = run.effectiveAt(RESUME);
        return run.findings().stream()
                .anyMatch(found -> found.rule().equals("paused") && found.at().isAfter(resumed));
    }

    private void flowUntilAccepted(RuleRun run, FlinkCluster cluster, List<RuleChange> changes) throws Exception {
        run.flowUntil(feed, "acceptance of " + changes, () -> run.hasAccepted(changes), () -> outputs(cluster));
    }

    private void flowUntilAlerted(RuleRun run, FlinkCluster cluster, String... versions) throws Exception {
        run.flowUntil(
                feed,
                "alerts of " + List.of(versions),
                () -> run.alerted().containsAll(List.of(versions)),
                () -> outputs(cluster));
    }

    /** The changes are on their topic, with the instants of the other run, before the first event is. */
    private void changeBeforehand(RuleRun run, RuleRun other, FlinkCluster cluster) throws Exception {
        List<RuleChange> changes = new ArrayList<>();
        for (List<RuleChange> some : List.of(WHILE_ALL_IS_WELL, JUST_BEFORE_THE_KILL, AFTER_THE_KILL)) {
            for (RuleChange change : some) {
                changes.add(RuleTexts.at(change, other.effectiveAt(change).toEpochMilli()));
            }
        }
        run.awaitAccepted(BEFORE_ALL, () -> outputs(cluster));
        run.send(changes);
        run.awaitAccepted(changes, () -> outputs(cluster));
        run.write(feed);
    }

    /** Once all has been read, what customers have last been touched for is counted by the second checkpoint. */
    private void end(String job, String name, TestKafka kafka, FlinkCluster cluster) throws Exception {
        kafka.awaitScores(name, RuleFeed.ticks(), cluster.processes());
        cluster.rest().awaitCheckpoints(job, 2);
        cluster.rest().stop(job);
    }

    private static void assertSame(RuleRun disturbed, RuleRun foreknowing) throws Exception {
        assertThat(disturbed.saidOfChanges()).isEqualTo(foreknowing.saidOfChanges());
        for (String stream : List.of("alerts", "shadow-alerts", "health-scores")) {
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

    /** Every change came in the middle of matches, and they went the way that it said. */
    private static void assertThatEachChangeTold(RuleRun run) throws Exception {
        Instant drained = run.effectiveAt(DRAINED_2);
        assertThat(run.kept(DRAINED_2)).isPositive();
        assertThat(run.findings()).anyMatch(found -> found.isOf("drained", 1) && found.spans(drained));
        assertThat(run.findings()).noneMatch(found -> found.isOf("drained", 2) && found.spans(drained));

        Instant reset = run.effectiveAt(RESET_2);
        assertThat(run.dropped(RESET_2)).isPositive();
        assertThat(run.findings()).noneMatch(found -> found.rule().equals("reset") && found.spans(reset));

        Instant carried = run.effectiveAt(CARRIED_2);
        assertThat(run.kept(CARRIED_2)).isPositive();
        assertThat(run.findings()).anyMatch(found -> found.isOf("carried", 2) && found.spans(carried));
        assertThat(run.findings()).noneMatch(found -> found.isOf("carried", 1) && found.spans(carried));

        Instant waiting = run.effectiveAt(WAITING_2);
        assertThat(run.kept(WAITING_2)).isPositive();
        assertThat(run.findings()).anyMatch(found -> found.isOf("waiting", 1) && found.spans(waiting));

        assertThatPausesAndDeletionsSilence(run);
    }

    private static void assertThatPausesAndDeletionsSilence(RuleRun run) throws Exception {
        Instant pause = run.effectiveAt(PAUSE);
        Instant resume = run.effectiveAt(RESUME);
        Predicate<RuleFinding> paused = found -> found.rule().equals("paused");
        assertThat(run.dropped(PAUSE)).isPositive();
        assertThat(run.findings())
                .anyMatch(paused.and(found -> found.at().isBefore(pause)))
                .anyMatch(paused.and(found -> found.at().isAfter(resume)))
                .noneMatch(paused.and(
                        found -> !found.at().isBefore(pause) && found.begun().isBefore(resume)));

        Instant delete = run.effectiveAt(DELETE);
        assertThat(run.dropped(DELETE)).isPositive();
        assertThat(run.findings())
                .noneMatch(found -> found.rule().equals("tried") && !found.at().isBefore(delete));
    }

    private static String outputs(FlinkCluster cluster) {
        StringBuilder outputs = new StringBuilder();
        for (JavaProcess process : cluster.processes()) {
            outputs.append(process.output());
        }
        return outputs.toString();
    }
}
