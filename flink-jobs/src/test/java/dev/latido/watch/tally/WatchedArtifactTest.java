package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.artifact.Cuts;
import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.artifact.Kind;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.Reference;
import dev.latido.model.artifact.Reference.Histogram;
import dev.latido.watch.tally.WatchedArtifact.AwaitedOutcome;
import dev.latido.watch.tally.WatchedArtifact.RiskCuts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchedArtifactTest {

    private static final String SHA_256 = "0123456789abcdef".repeat(4);
    private static final Cuts CUTS = new Cuts(0.6, 0.3, null);

    @Test
    void rowsOfTheTrainingAreCountedAsTheReferenceCountsThem() {
        SplittableRandom random = new SplittableRandom(9);
        float[] sessions = new float[5_000];
        float[] idle = new float[sessions.length];
        float[] scores = new float[sessions.length];
        for (int row = 0; row < sessions.length; row++) {
            sessions[row] = random.nextInt(4);
            idle[row] = random.nextInt(5) == 0 ? Float.NaN : (float) random.nextDouble();
            scores[row] = (float) Math.pow(random.nextDouble(), 4);
        }
        WatchedArtifact artifact = churn(
                Kind.PROBABILITY,
                Label.within("churn", 30),
                new Reference(
                        List.of(Histogram.of("sessions7", sessions), Histogram.of("idleDays", idle)),
                        Histogram.of("score", scores)));
        long[] counts = new long[artifact.reference().size()];
        for (int row = 0; row < sessions.length; row++) {
            artifact.reference().count(new float[] {sessions[row], idle[row]}, scores[row], counts);
        }
        int first = 0;
        for (ReferenceVariable variable : artifact.reference().variables()) {
            assertThat(Counts.of(counts).part(first, first + variable.size())).isEqualTo(variable.expected());
            first += variable.size();
        }

        assertThat(artifact.reference().variables())
                .extracting(ReferenceVariable::name)
                .containsExactly("sessions7", "idleDays", "prediction");
    }

    @Test
    void aProbabilityHasCutsAndMayHaveAnOutcomeToWaitFor() {
        WatchedArtifact artifact = churn(Kind.PROBABILITY, Label.within("voluntary", 90), null);

        assertThat(artifact.id()).isEqualTo(new ArtifactId("churn", "7", SHA_256));
        assertThat(artifact.cuts()).isEqualTo(new RiskCuts(0.6, 0.3));
        assertThat(artifact.outcome()).isEqualTo(new AwaitedOutcome("voluntary", 90));
        assertThat(artifact.reference()).isEqualTo(ReferenceBins.unknownProbability());
        assertThat(churn(Kind.PROBABILITY, null, null).outcome()).isNull();
        assertThat(churn(Kind.PROBABILITY, Label.within("voluntary", 401), null).outcome())
                .isNull();
        assertThat(churn(Kind.PROBABILITY, Label.within("column", 30), null).outcome())
                .isNull();
    }

    @Test
    void anAmountHasNeither() {
        WatchedArtifact artifact = churn(Kind.AMOUNT, Label.within("revenue", 365), null);

        assertThat(artifact.cuts()).isNull();
        assertThat(artifact.outcome()).isNull();
        assertThat(artifact.reference()).isEqualTo(ReferenceBins.unknownAmount());
    }

    @Test
    void aReferenceThatIsTooLargeIsNotUsed() {
        Histogram wide = new Histogram(
                "sessions7",
                IntStream.range(0, 5_000).mapToObj(edge -> (float) edge).toList(),
                IntStream.range(0, 5_002).mapToObj(bin -> 1L).toList());

        assertThat(churn(Kind.PROBABILITY, null, new Reference(List.of(wide), null))
                        .reference())
                .isEqualTo(ReferenceBins.unknownProbability());
    }

    @Test
    void aReferenceWithoutScoresKnowsTheFeatures() {
        Reference reference = new Reference(List.of(Histogram.of("sessions7", new float[] {1, 2, 3})), null);
        ReferenceBins bins =
                requireNonNull(churn(Kind.PROBABILITY, null, reference).reference());

        assertThat(bins.features()).hasSize(1);
        assertThat(bins.score()).isEqualTo(ReferenceBins.unknownProbability().score());
    }

    private static WatchedArtifact churn(Kind kind, @Nullable Label label, @Nullable Reference reference) {
        Manifest manifest = new Manifest(
                "churn",
                "7",
                kind,
                null,
                Map.of(),
                List.of(new FeatureColumn("sessions7", FeatureColumn.Type.FLOAT)),
                "binary:logistic",
                label,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return WatchedArtifact.of(manifest, SHA_256, CUTS, Optional.ofNullable(reference));
    }
}
