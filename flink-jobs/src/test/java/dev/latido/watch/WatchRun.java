package dev.latido.watch;

import dev.latido.watch.Lives.Moment;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.ModelTally;
import dev.latido.watch.tally.QualitySamples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * The operator behind several subtasks of customers, whose watermarks, checkpoints and pace are drawn at random; it is
 * restored from some of the checkpoints.
 */
final class WatchRun {

    private static final WatchConfig CONFIG = new WatchConfig(0.25, 0.2, 50);

    private final SplittableRandom random;
    private final Lives lives;
    private final boolean checkpoints;
    private final List<Subtask> subtasks = new ArrayList<>();
    private final List<QualitySamples> samples = new ArrayList<>();
    private final List<WatchReport> reports = new ArrayList<>();
    private OneInputStreamOperatorTestHarness<ModelTally, WatchReport> operator;
    private long watermark = Long.MIN_VALUE;

    private WatchRun(Lives lives, int parallelism, boolean checkpoints, long seed) throws Exception {
        this.lives = lives;
        this.checkpoints = checkpoints;
        random = new SplittableRandom(seed);
        for (int i = 0; i < parallelism; i++) {
            subtasks.add(new Subtask(i));
        }
        for (int i = 0; i < Lives.CUSTOMERS; i++) {
            samples.add(new QualitySamples());
        }
        operator = operator();
        operator.open();
    }

    /** Everything that the operator says of the lives. */
    static List<WatchReport> reports(Lives lives, int parallelism, boolean checkpoints, long seed) throws Exception {
        return new WatchRun(lives, parallelism, checkpoints, seed).run();
    }

    private static OneInputStreamOperatorTestHarness<ModelTally, WatchReport> operator() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new ModelWatchOperator(CONFIG));
    }

    private List<WatchReport> run() throws Exception {
        long end = ScoredDays.instant(Lives.DAYS + 1);
        while (subtasks.stream().anyMatch(subtask -> subtask.time < end)) {
            Subtask subtask = subtasks.get(random.nextInt(subtasks.size()));
            subtask.advance(Math.min(end, subtask.time + random.nextLong(20 * 3_600_000L)));
            subtasks.get(random.nextInt(subtasks.size())).deliver(random.nextInt(10));
            if (checkpoints && random.nextInt(4) == 0) {
                checkpoint(random.nextInt(3) == 0);
            }
        }
        for (Subtask subtask : subtasks) {
            subtask.deliver(Integer.MAX_VALUE);
        }
        operator.processWatermark(Watermark.MAX_WATERMARK);
        collect();
        operator.close();
        return reports;
    }

    private void checkpoint(boolean restored) throws Exception {
        for (Subtask subtask : subtasks) {
            subtask.tallies.flush();
            subtask.deliver(Integer.MAX_VALUE);
        }
        OperatorSubtaskState state = operator.snapshot(1, 1);
        collect();
        if (restored) {
            operator.close();
            operator = operator();
            operator.initializeState(state);
            operator.open();
            subtasks.forEach(Subtask::restart);
        }
    }

    private void collect() {
        reports.addAll(operator.extractOutputValues());
        operator.getOutput().clear();
    }

    /** A subtask of customers, and the channel from it to the operator: tallies and, as numbers, watermarks. */
    private final class Subtask {

        private final int index;
        private final Deque<Object> channel = new ArrayDeque<>();
        private ModelTallies tallies = new ModelTallies(channel::add);
        private long time = ScoredDays.FIRST - 1;
        private long delivered = Long.MIN_VALUE;
        private int next;

        Subtask(int index) {
            this.index = index;
        }

        void restart() {
            tallies = new ModelTallies(channel::add);
        }

        void advance(long until) {
            List<Moment> moments = lives.moments();
            for (; next < moments.size() && moments.get(next).at() <= until; next++) {
                Moment moment = moments.get(next);
                if (moment.customer() % subtasks.size() == index) {
                    moment.happen(tallies, samples.get(moment.customer()));
                }
            }
            time = until;
            tallies.passed(until);
            channel.add(until);
        }

        void deliver(int most) throws Exception {
            for (int i = 0; i < most && !channel.isEmpty(); i++) {
                Object sent = channel.remove();
                if (sent instanceof ModelTally tally) {
                    operator.processElement(new StreamRecord<>(ModelTally.of(tally.toBytes())));
                } else {
                    delivered = (Long) sent;
                    passOnWatermark();
                }
            }
        }

        private void passOnWatermark() throws Exception {
            long lowest = subtasks.stream()
                    .mapToLong(subtask -> subtask.delivered)
                    .min()
                    .orElseThrow();
            if (lowest > watermark) {
                watermark = lowest;
                operator.processWatermark(lowest);
                collect();
            }
        }
    }
}
