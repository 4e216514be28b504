package dev.latido.testing;

import dev.latido.model.evaluation.QuantileBins;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.Counts;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.ReferenceVariable;
import dev.latido.watch.tally.WatchedArtifact;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import dev.latido.watch.tally.WatchedArtifact.RiskCuts;
import java.util.List;
import java.util.Locale;

/** Artifacts of two features, {@code sessions7} and {@code tickets30}, which in training were spread evenly from 0 to 1. */
public final class WatchedArtifacts {

    public static final List<Float> TENTHS = List.of(0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.7f, 0.8f, 0.9f);

    private static final int ROWS_PER_BIN = 1_000;

    private WatchedArtifacts() {}

    /** A model that finds high risk above 0.7, and waits 30 days for the notice of cancellation. */
    public static WatchedArtifact churn(String version) {
        return new WatchedArtifact(
                id("churn", version),
                evenly("sessions7", "tickets30"),
                new RiskCuts(0.7, 0.4),
                new AwaitedOutcome("voluntary", 30));
    }

    public static ArtifactId id(String model, String version) {
        return new ArtifactId(
                model,
                version,
                String.format(Locale.ROOT, "%08x", version.hashCode()).repeat(8));
    }

    /** What was spread evenly from 0 to 1, as was the score, and never missing. */
    public static ReferenceBins evenly(String... features) {
        return new ReferenceBins(
                List.of(features).stream().map(WatchedArtifacts::even).toList(), even(ReferenceBins.PREDICTION));
    }

    public static ReferenceVariable even(String name) {
        long[] expected = new long[TENTHS.size() + 2];
        for (int bin = 0; bin <= TENTHS.size(); bin++) {
            expected[bin] = ROWS_PER_BIN;
        }
        return new ReferenceVariable(name, new QuantileBins(TENTHS), Counts.of(expected));
    }
}
