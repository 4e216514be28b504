package dev.latido.watch;

import dev.latido.watch.history.ArtifactHistory;
import dev.latido.watch.history.Drift;
import dev.latido.watch.history.Window;
import dev.latido.watch.report.DriftFinding;
import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.ReferenceVariable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What of an artifact's features and scores begins to drift, or ceases to. */
final class DriftFindings {

    private static final String DAY = "day";
    private static final String WEEK = "week";

    private final WatchConfig config;

    DriftFindings(WatchConfig config) {
        this.config = config;
    }

    /** What has changed since the last boundary; remembered in the artifact's history. */
    List<DriftFinding> changes(ArtifactHistory artifact, Drift drift, Instant at) {
        List<DriftFinding> changes = new ArrayList<>();
        BitSet drifted = artifact.drifted();
        for (int i = 0; i < artifact.reference().variables().size(); i++) {
            double day = drift.day().psi().get(i);
            double week = drift.week().psi().get(i);
            boolean above = day > config.driftAbove() || week > config.driftAbove();
            boolean known = !(Double.isNaN(day) && Double.isNaN(week));
            boolean below = known && !(day >= config.driftBelow()) && !(week >= config.driftBelow());
            if (drifted.get(i) ? below : above) {
                drifted.flip(i);
                changes.add(change(drift, i, drifted.get(i), at));
            }
        }
        return changes;
    }

    /** The artifact is no longer the active one: its findings are of no more concern. */
    List<DriftFinding> withdrawn(ArtifactHistory artifact, Instant at) {
        List<ReferenceVariable> variables = artifact.reference().variables();
        List<DriftFinding> resolved = artifact.drifted().stream()
                .mapToObj(i -> variables.get(i).name())
                .map(name -> new DriftFinding(
                        WatchReport.SCHEMA_VERSION,
                        DriftFinding.TYPE,
                        DriftFinding.FINDING,
                        DriftFinding.RESOLVED,
                        artifact.id().model(),
                        artifact.id().version(),
                        artifact.id().sha256(),
                        name,
                        null,
                        null,
                        null,
                        List.of(),
                        "Version " + artifact.id().version() + " of "
                                + artifact.id().model() + " no longer scores.",
                        at))
                .toList();
        artifact.drifted().clear();
        return resolved;
    }

    private DriftFinding change(Drift drift, int variable, boolean opened, Instant at) {
        double ofDay = drift.day().psi().get(variable);
        double ofWeek = drift.week().psi().get(variable);
        String name = Double.isNaN(ofWeek) || ofDay >= ofWeek ? DAY : WEEK;
        Window window = name.equals(DAY) ? drift.day() : drift.week();
        ReferenceVariable reference = drift.reference().variables().get(variable);
        BinShares shares = new BinShares(reference, window.counts().get(variable));
        double psi = Rounded.of(window.psi().get(variable));
        return new DriftFinding(
                WatchReport.SCHEMA_VERSION,
                DriftFinding.TYPE,
                DriftFinding.FINDING,
                opened ? DriftFinding.OPEN : DriftFinding.RESOLVED,
                drift.artifact().model(),
                drift.artifact().version(),
                drift.artifact().sha256(),
                reference.name(),
                name,
                psi,
                window.rows(),
                shares.mostChanged(),
                sentence(reference.name(), opened, name, psi, window.rows()) + shares.inWords(),
                at);
    }

    private String sentence(String name, boolean opened, String window, double psi, long rows) {
        return opened
                ? "The PSI of " + name + " over the last " + window + " is " + psi + ", above " + config.driftAbove()
                        + " (" + rows + " rows). "
                : "The PSI of " + name + " is below " + config.driftBelow() + " again: " + psi + " over the last "
                        + window + " (" + rows + " rows). ";
    }
}
