package dev.latido.watch;

import dev.latido.testing.WatchedArtifacts;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.ArtifactId;
import dev.latido.watch.tally.LabelTally;
import dev.latido.watch.tally.ReferenceBins;
import dev.latido.watch.tally.WatchedArtifact;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import java.util.List;

/** Reports of every sort, with and without what may be absent. */
public final class WatchReports {

    private static final WatchConfig CONFIG = new WatchConfig(0.25, 0.2, 200);

    private WatchReports() {}

    public static List<WatchReport> all() {
        WatchedArtifact churn = WatchedArtifacts.churn("1");
        WatchedArtifact value =
                new WatchedArtifact(WatchedArtifacts.id("ltv", "1"), ReferenceBins.unknownAmount(), null, null);
        WatchedArtifact otherValue =
                new WatchedArtifact(WatchedArtifacts.id("ltv", "2"), value.reference(), null, null);
        ScoredDays days = new ScoredDays(CONFIG);
        days.shadow(WatchedArtifacts.churn("2"), score -> 1 - score)
                .score(churn, 0, 1, 480)
                .score(churn, 1, 2, 480, x -> x < 0.3 ? Double.NaN : x * x)
                .shadow(null, score -> score)
                .score(WatchedArtifacts.churn("2"), 2, 3, 24)
                .shadow(otherValue, score -> 0.5)
                .score(value, 3, 4, 24);
        label(days, churn, 3, 300, 3);
        label(days, WatchedArtifacts.churn("2"), 4, 10, 2);
        days.until(6);
        return days.reports();
    }

    private static void label(ScoredDays days, WatchedArtifact artifact, int day, int rows, int everyWhich) {
        ArtifactId id = artifact.id();
        for (int i = 0; i < rows; i++) {
            days.label(new LabelTally(
                    new ArtifactId(id.model(), id.version(), id.sha256().substring(0, 16)),
                    new AwaitedOutcome("voluntary", 30),
                    Math.floorDiv(ScoredDays.instant(day), ScoredDays.DAY),
                    i * 1_000L,
                    i % everyWhich == 0));
        }
    }
}
