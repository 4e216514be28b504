package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.training.ManifestSchema;
import dev.latido.training.Recorded;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

    private static final List<String> FILES =
            List.of("MODEL_CARD.md", "artifact.yaml", "golden.csv", "model.json", "reference.json", "report.html");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void recordedFeaturesBecomeAModelThatIsJudgedByLaterRows() throws Exception {
        features();

        assertThat(train("--features", path("features.jsonl"), "--labels", "from-events", "--capacity", "10%"))
                .as(err.toString())
                .isZero();

        Manifest manifest = manifest();
        assertThat(manifest.name()).isEqualTo("churn");
        assertThat(manifest.label()).isEqualTo(Label.within("churn", 30));
        assertThat(manifest.featureNames()).containsExactly("sessions7", "idleDays", "noise");
        assertThat(Objects.requireNonNull(manifest.metrics().get("auc"))).isGreaterThan(0.6);
        assertThat(Objects.requireNonNull(manifest.cuts()).chosenFor()).startsWith("a share of 0.1 of the rows");
        assertThat(out.toString())
                .containsPattern("[\\d,]+ rows recorded; [\\d,]+ to learn from and judge by, 0 left out after notice,")
                .containsPattern("learned from  +[\\d,]+ +[\\d,]+ \\(\\d+\\.\\d%\\)  2025-01-0\\d")
                .containsPattern("AUC +0\\.\\d{3}")
                .contains("Written to " + path("model") + ": " + String.join(", ", FILES) + ".");
        for (String file : FILES) {
            assertThat(directory.resolve("model").resolve(file)).isNotEmptyFile();
        }
        assertThat(directory.resolve("model/MODEL_CARD.md"))
                .content()
                .contains("    ./latido train --features " + path("features.jsonl")
                        + " --labels from-events --capacity 10% --out " + path("model"));
    }

    @Test
    void sameInputGivesTheSameFiles() throws Exception {
        features();
        String[] arguments = {"--features", path("features.jsonl"), "--labels", "from-events", "--rounds", "20"};
        train(arguments);
        Files.move(directory.resolve("model"), directory.resolve("first"));

        train(arguments);

        for (String file : FILES) {
            assertThat(directory.resolve("model").resolve(file))
                    .hasSameBinaryContentAs(directory.resolve("first/" + file));
        }
    }

    @Test
    void aTruthFileSaysWhoLeft() throws Exception {
        features();
        StringBuilder truth = new StringBuilder("customer,churned_at,cause\n");
        for (String line : Files.readAllLines(directory.resolve("features.jsonl"))) {
            if (line.contains("cancellation-notice")) {
                truth.append(line.replaceAll(".*\"customerId\":\"([^\"]+)\",\"at\":\"([^\"]+)\".*", "$1,$2,price\n"));
            }
        }
        Files.writeString(directory.resolve("truth.csv"), truth);

        assertThat(train("--features", path("features.jsonl"), "--truth", path("truth.csv"), "--target", "voluntary"))
                .as(err.toString())
                .isZero();

        assertThat(manifest().name()).isEqualTo("voluntary");
    }

    @Test
    void revenueIsAModelOfAmounts() throws Exception {
        features();

        assertThat(train(
                        "--features",
                        path("features.jsonl"),
                        "--labels",
                        "from-events",
                        "--target",
                        "revenue",
                        "--as",
                        "r1"))
                .as(err.toString())
                .isZero();

        Manifest manifest = manifest();
        assertThat(manifest.name()).isEqualTo("ltv");
        assertThat(manifest.version()).isEqualTo("r1");
        assertThat(manifest.objective()).isEqualTo("reg:tweedie");
        assertThat(out.toString()).contains("Mean absolute error").contains("mean");
    }

    @Test
    void aTableBecomesAModelAndScoresItself() throws Exception {
        Files.writeString(directory.resolve("t.csv"), table(800, 1));
        Files.writeString(directory.resolve("test.csv"), table(200, 2));

        assertThat(train("--table", path("t.csv"), "--label", "Left", "--id", "Name", "--ignore", "Remark"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString())
                .contains("800 rows; 3 features of 2 columns; predicted is that Left is Yes.")
                .contains("judged by");
        Manifest manifest = manifest();
        assertThat(manifest.featureNames()).containsExactly("Uses", "Plan=free", "Plan=pro");
        assertThat(Objects.requireNonNull(manifest.metrics().get("auc"))).isGreaterThan(0.7);
        assertThat(run(
                        "score",
                        "--model",
                        path("model"),
                        "--table",
                        path("test.csv"),
                        "--out",
                        path("s.csv"),
                        "--id",
                        "Name"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readAllLines(directory.resolve("s.csv")))
                .hasSize(201)
                .first()
                .isEqualTo("Name,prediction");
        assertThat(out.toString())
                .contains("200 rows scored")
                .contains("Columns that the model does not use: Remark, Left.");
    }

    @Test
    void aTestOfItsOwnIsWhatTheModelIsJudgedBy() throws Exception {
        Files.writeString(directory.resolve("t.csv"), table(800, 1));
        Files.writeString(directory.resolve("test.csv"), table(250, 2));

        assertThat(train(
                        "--table",
                        path("t.csv"),
                        "--label",
                        "Left",
                        "--test",
                        path("test.csv"),
                        "--ignore",
                        "Name,Remark"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).containsPattern("judged by +250 ").containsPattern("learned from +800 ");
    }

    @Test
    void wrongUsageIsExitCodeTwo() throws Exception {
        features();
        String file = path("features.jsonl");

        wrong("Give either --features or --table.");
        wrong("Give either --features or --table.", "--features", file, "--table", "t.csv");
        wrong("Give either --truth FILE or --labels from-events.", "--features", file);
        wrong("--labels can only be from-events.", "--features", file, "--labels", "guess");
        wrong(
                "--target 'x' is none of churn, voluntary,",
                "--features",
                file,
                "--labels",
                "from-events",
                "--target",
                "x");
        wrong(
                "A truth file says who left; --target upgrade needs --labels from-events.",
                "--features",
                file,
                "--truth",
                "t.csv",
                "--target",
                "upgrade");
        wrong("--table needs --label COLUMN.", "--table", "t.csv");
        wrong("go with --features, not with --table.", "--table", "t.csv", "--label", "l", "--every", "3");
        wrong("go with --table, not with --features.", "--features", file, "--labels", "from-events", "--id", "x");
        wrong(
                "--precision is '2', which is not a share above 0 and up to 0.99, like 5% or 0.05.",
                "--features", file, "--labels", "from-events", "--precision", "2");
        wrong(
                "the depth of trees must be from 1 to 12",
                "--features",
                file,
                "--labels",
                "from-events",
                "--max-depth",
                "99");
        wrong(
                "is not in kebab case, such as churn",
                "--features",
                file,
                "--labels",
                "from-events",
                "--name",
                "My Model");
    }

    @Test
    void whatCannotBeLearnedFromIsASentence() throws Exception {
        Files.writeString(directory.resolve("t.csv"), "a,b\n1,x\n2,y\n");

        failed("does not exist.", "--features", path("none"), "--labels", "from-events");
        failed("does not exist.", "--table", path("none"), "--label", "l");
        failed("has no column l; it has a, b.", "--table", path("t.csv"), "--label", "l");
        failed("has no column c; it has a, b.", "--table", path("t.csv"), "--label", "b", "--id", "c");
        failed("at least 10 of each are needed.", "--table", path("t.csv"), "--label", "b");
        Files.writeString(directory.resolve("model"), "");
        failed("--out names " + path("model") + ", which is a file", "--table", path("t.csv"), "--label", "b");
    }

    private Manifest manifest() throws Exception {
        ManifestSchema.check(directory.resolve("model"));
        return ArtifactDirectory.read(directory.resolve("model")).manifest();
    }

    private void features() throws IOException {
        Recorded.business(120, 150, 1).writeTo(directory.resolve("features.jsonl"));
    }

    /** Whoever uses little, and whoever does not pay, leaves more often. */
    private static String table(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("Name,Uses,Plan,Remark,Left\n");
        for (int row = 0; row < rows; row++) {
            int uses = random.nextInt(20);
            boolean free = random.nextBoolean();
            boolean left = random.nextDouble() < (free ? 0.6 : 0.3) - 0.02 * uses + (uses < 5 ? 0.3 : 0);
            csv.append("n" + row + "," + (random.nextInt(10) == 0 ? "" : uses) + "," + (free ? "free" : "pro")
                    + ",\"r, " + row + "\"," + (left ? "Yes" : "No") + "\n");
        }
        return csv.toString();
    }

    private void wrong(String sentence, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(train(arguments)).isEqualTo(2);
        assertThat(err.toString()).startsWith("latido: ").contains(sentence);
    }

    private void failed(String sentence, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(train(arguments)).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("latido: ")
                .contains(sentence);
    }

    private int train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--out", path("model")));
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Latido.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
