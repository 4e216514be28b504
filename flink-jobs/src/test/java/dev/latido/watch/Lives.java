package dev.latido.watch;

import dev.latido.event.CustomerOutcome;
import dev.latido.event.CustomerOutcome.What;
import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.tally.ModelTallies;
import dev.latido.watch.tally.QualitySamples;
import dev.latido.watch.tally.WatchedArtifact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens to the customers of a month: each is evaluated once a day at its own second, and some give notice. On the fifth
 * day another version takes over, of which a third one is the challenger for ten days, and from the eighth to the eleventh day
 * a feature drifts.
 */
final class Lives {

    static final int CUSTOMERS = 80;
    static final int DAYS = 45;

    private static final long SECOND = 1_000;
    private static final WatchedArtifact FIRST = WatchedArtifacts.churn("1");
    private static final WatchedArtifact SECOND_VERSION = WatchedArtifacts.churn("2");
    private static final WatchedArtifact CHALLENGER = WatchedArtifacts.churn("3");

    private static final CustomerOutcome NOTICE = new CustomerOutcome(
            1, CustomerOutcome.TYPE, "default", "acme", Instant.EPOCH, What.CANCELLATION_NOTICE, false, 0);

    private final List<Moment> moments = new ArrayList<>();

    /**
     * An evaluation of a customer, or its notice.
     *
     * @param day since the first one, with its fraction
     */
    record Moment(
            int customer,
            long at,
            double day,
            float first,
            float second,
            double score,
            double challenged,
            boolean notice) {

        /** As a subtask of customers does it. */
        void happen(ModelTallies tallies, QualitySamples samples) {
            if (notice) {
                samples.happened(NOTICE, at, tallies::label);
                return;
            }
            float[] row = {first, second};
            WatchedArtifact active = day < 4.4 ? FIRST : SECOND_VERSION;
            if (day > 6.1 && day < 16.1) {
                tallies.count(active, row, score, CHALLENGER, challenged, at);
            } else {
                tallies.count(active, row, score, at);
            }
            samples.evaluated(active, score, true, at, tallies::label);
        }
    }

    Lives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            long second = random.nextInt(86_400);
            for (int day = 0; day < DAYS; day++) {
                moments.add(moment(customer, day * ScoredDays.DAY + second * SECOND, random, false));
                if (random.nextInt(40) == 0) {
                    moments.add(moment(customer, day * ScoredDays.DAY + random.nextInt(86_400) * SECOND, random, true));
                }
            }
        }
        moments.sort(Comparator.comparingLong(Moment::at)
                .thenComparing(Moment::notice, Comparator.reverseOrder())
                .thenComparingInt(Moment::customer));
    }

    private static Moment moment(int customer, long offset, SplittableRandom random, boolean notice) {
        double day = (double) offset / ScoredDays.DAY;
        float value = (float) random.nextDouble();
        float first = day > 8 && day < 11 ? value * value * value : value;
        double score = random.nextDouble();
        return new Moment(
                customer,
                ScoredDays.FIRST + offset,
                day,
                first,
                (float) random.nextDouble(),
                score,
                (score + random.nextDouble()) / 2,
                notice);
    }

    /** In the order of time. */
    List<Moment> moments() {
        return moments;
    }
}
