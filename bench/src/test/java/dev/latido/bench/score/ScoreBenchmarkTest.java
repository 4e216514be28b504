package dev.latido.bench.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.scoring.ModelSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreBenchmarkTest {

    @Test
    void everyContestComparesTheSameResults() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<Contest> small =
                ScoreBenchmark.CONTESTS.stream().map(ScoreBenchmarkTest::small).toList();

        ScoreBenchmark.run(new PrintStream(printed, true, UTF_8), SmallModel.train(), small);

        for (Contest contest : small) {
            assertThat(printed.toString(UTF_8))
                    .containsPattern("(?m)^" + contest.name() + " \\d+ of 10 rows equal")
                    .containsPattern("(?m)^" + contest.name() + " [0-9.]+ \\(.* 1 pairs\\) of time");
        }
    }

    private static Contest small(Contest contest) {
        return new Contest(contest.name(), contest.goal(), contest.bound(), contest.rival(), 1, contest.ours(), 1, 10);
    }

    @Test
    void theJobScoresTheModelAsTheForestDoes() throws Exception {
        BenchModel model = SmallModel.train();
        ModelSet models = BenchArtifact.modelSet(model);
        float[] row = model.rows(1)[0];
        float[] margin = new float[1];
        OwnScorer.margins(model).score(row, margin);

        System.arraycopy(row, 0, models.features(), 0, row.length);
        models.score();

        float[] probability = new float[1];
        model.booster().objective().predictions(margin, probability);
        assertThat(models.models().get(0).active().output()).isEqualTo(probability[0]);
    }
}
