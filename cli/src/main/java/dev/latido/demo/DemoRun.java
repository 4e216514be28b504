package dev.latido.demo;

import dev.latido.embedded.JobFailure;
import dev.latido.publish.OutputStreams;
import dev.latido.replay.ReplaySummary;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The time in which the simulation plays: results are shown as they are committed, and summed up at the end. */
final class DemoRun {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration DRAIN_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration DRAIN_TIMEOUT_WHEN_STOPPED = Duration.ofSeconds(8);

    private final Demo demo;
    private final DemoPlan plan;
    private final Player player;
    private final DemoJob job;
    private final ResultTopics results;
    private final @Nullable Recording recording;
    private final LiveView view;
    private final Clock clock;
    private final Standings standings = new Standings();
    private final AlertBook alerts = new AlertBook();
    private final Rate rate = new Rate();

    DemoRun(
            Demo demo,
            DemoPlan plan,
            Player player,
            DemoJob job,
            ResultTopics results,
            @Nullable Recording recording,
            LiveView view,
            Clock clock) {
        this.demo = demo;
        this.plan = plan;
        this.player = player;
        this.job = job;
        this.results = results;
        this.recording = recording;
        this.view = view;
        this.clock = clock;
    }

    void run() throws Exception {
        awaitJob();
        if (demo.isStopping()) {
            return;
        }
        long started = System.nanoTime();
        player.start();
        awaitEnd();
        Map<String, Object> counted = drain();
        ReplaySummary summary = ReplaySummary.of(counted, standings.customers(), (System.nanoTime() - started) / 1e9);
        if (recording != null) {
            recording.finish(summary);
        }
        view.endProgress();
        new DemoReport(view).print(summary, standings, alerts, alerts.hindsight(player.churns()));
    }

    private void awaitJob() throws Exception {
        while (!demo.isStopping() && !job.isRunning()) {
            job.requireAlive();
            take();
        }
    }

    /** Returns when all that has been played has been read, or nobody wants more. */
    private void awaitEnd() throws Exception {
        Progress progress = Progress.read(clock);
        while (!demo.isStopping() && !(player.hasEnded() && progress.recordsIn() >= player.played())) {
            take();
            job.requireAlive();
            progress = Progress.read(clock);
            view.progress(describe(progress));
            if (view.isGone()) {
                demo.stop();
            }
        }
        player.close();
    }

    private Map<String, Object> drain() throws Exception {
        CompletableFuture<Map<String, Object>> drained = job.drain();
        long started = System.nanoTime();
        while (!drained.isDone()) {
            take();
            Duration timeout = demo.isStopping() ? DRAIN_TIMEOUT_WHEN_STOPPED : DRAIN_TIMEOUT;
            if (System.nanoTime() - started > timeout.toNanos()) {
                throw new DemoFailure("The job did not end within " + timeout.toSeconds() + " s.");
            }
        }
        try {
            Map<String, Object> counted = drained.get();
            while (!results.atEnd()) {
                take();
            }
            return counted;
        } catch (ExecutionException e) {
            throw JobFailure.of(e);
        }
    }

    private void take() throws IOException {
        for (Result result : results.poll(POLL)) {
            if (recording != null) {
                recording.add(result);
            }
            if (result.stream().equals(OutputStreams.HEALTH_SCORES)) {
                standings.add(result);
            } else if (result.stream().equals(OutputStreams.ALERTS)) {
                alerts.add(result);
                if (result.text("status").equals("open")) {
                    view.alert(result);
                }
            }
        }
    }

    private String describe(Progress progress) {
        Instant reached = progress.eventTime();
        return String.format(
                Locale.ROOT,
                "%s  %,d events/s  %s  alerts %,d",
                reached == null ? "waiting for events" : day(reached),
                rate.perSecond(System.nanoTime(), progress.recordsIn()),
                DemoReport.bands(standings),
                alerts.opened());
    }

    private String day(Instant reached) {
        long day = Math.min(
                plan.simulation().days(),
                Duration.between(plan.start(), reached).toDays() + 1);
        return String.format(
                Locale.ROOT,
                "%s  day %d/%d",
                reached.toString().replace('T', ' ').substring(0, 16),
                day,
                plan.simulation().days());
    }
}
