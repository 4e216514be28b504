package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables scored by the command, against what XGBoost itself makes of the same rows. */
class ScoreCommandTest {

    private static final int ROWS = 300;
    private static final String[] NAMES = {"a", "b", "c"};

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final float[] values = new float[ROWS * NAMES.length];

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"binary:logistic", "reg:squarederror", "count:poisson", "reg:tweedie", "rank:pairwise"})
    void predictionsAreThoseOfXgboost(String objective) throws Exception {
        float[][] expected = train(Map.of("objective", objective), true, false);
        table("b,more,a,c", 1, -1, 0, 2);

        assertThat(score()).as(err.toString()).isZero();

        List<String> lines = Files.readAllLines(directory.resolve("out.csv"));
        assertThat(lines).hasSize(ROWS + 1).first().isEqualTo("prediction");
        for (int row = 0; row < ROWS; row++) {
            assertThat(Float.parseFloat(lines.get(row + 1)))
                    .isCloseTo(expected[row][0], within(1e-6f * Math.max(1, expected[row][0])));
        }
        assertThat(out.toString()).contains("300 rows scored").contains("Columns that the model does not use: more.");
    }

    @Test
    void marginsAreThoseOfXgboostToTheLastBit() throws Exception {
        float[][] expected = train(Map.of("objective", "binary:logistic"), true, true);
        table("a,b,c", 0, 1, 2);

        assertThat(score("--margin")).as(err.toString()).isZero();

        List<String> lines = Files.readAllLines(directory.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("margin");
        for (int row = 0; row < ROWS; row++) {
            assertThat(Float.floatToIntBits(Float.parseFloat(lines.get(row + 1))))
                    .isEqualTo(Float.floatToIntBits(expected[row][0]));
        }
    }

    @Test
    void contributionsAddUpToTheMargin() throws Exception {
        float[][] margins = train(Map.of("objective", "binary:logistic"), true, true);
        table("a,b,c", 0, 1, 2);

        assertThat(score("--contributions")).as(err.toString()).isZero();

        List<String> lines = Files.readAllLines(directory.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("a,b,c,bias");
        for (int row = 0; row < ROWS; row++) {
            double sum = Arrays.stream(lines.get(row + 1).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .sum();
            assertThat(sum).isCloseTo(margins[row][0], within(1e-5));
        }
    }

    @Test
    void contributionsToEachClassHaveColumns() throws Exception {
        train(Map.of("objective", "multi:softprob", "num_class", 3), true, true);
        table("a,b,c", 0, 1, 2);

        assertThat(score("--contributions")).as(err.toString()).isZero();

        assertThat(Files.readAllLines(directory.resolve("out.csv")).get(0))
                .isEqualTo("a[0],b[0],c[0],bias[0],a[1],b[1],c[1],bias[1],a[2],b[2],c[2],bias[2]");
        assertThat(score("--contributions", "--margin")).isEqualTo(2);
    }

    @Test
    void everyClassHasAColumn() throws Exception {
        float[][] expected = train(Map.of("objective", "multi:softprob", "num_class", 3), true, false);
        table("a,b,c", 0, 1, 2);

        assertThat(score()).as(err.toString()).isZero();

        List<String> lines = Files.readAllLines(directory.resolve("out.csv"));
        assertThat(lines.get(0)).isEqualTo("prediction0,prediction1,prediction2");
        String[] cells = lines.get(7).split(",", -1);
        for (int i = 0; i < 3; i++) {
            assertThat(Float.parseFloat(cells[i])).isCloseTo(expected[6][i], within(1e-6f));
        }
    }

    @Test
    void aModelWithoutNamesTakesTheColumnsInTheirOrderOrByAList() throws Exception {
        train(Map.of("objective", "binary:logistic"), false, false);
        table("x,y,z", 0, 1, 2);
        assertThat(score()).as(err.toString()).isZero();
        List<String> inOrder = Files.readAllLines(directory.resolve("out.csv"));

        table("z,more,y,x", 2, -1, 1, 0);
        assertThat(score("--features", "x,y,z")).as(err.toString()).isZero();

        assertThat(Files.readAllLines(directory.resolve("out.csv"))).isEqualTo(inOrder);
    }

    @Test
    void anIdIsPassedOn() throws Exception {
        train(Map.of("objective", "binary:logistic"), true, false);
        Files.writeString(directory.resolve("table.csv"), "a,id,b,c\n1,\"x, \"\"y\"\"\",2,3\n,z,,\n");

        assertThat(score("--id", "id")).as(err.toString()).isZero();

        assertThat(Files.readAllLines(directory.resolve("out.csv"))).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("id,prediction");
            assertThat(lines.get(1)).startsWith("\"x, \"\"y\"\"\",0.");
            assertThat(lines.get(2)).startsWith("z,0.");
        });
    }

    @Test
    void whatCannotBeScoredIsASentenceAndLeavesNoFile() throws Exception {
        train(Map.of("objective", "binary:logistic"), true, false);

        Files.writeString(directory.resolve("table.csv"), "a,b\n1,2\n");
        failed(path("table.csv") + " has no column c, which the model needs.");

        Files.writeString(directory.resolve("table.csv"), "a,b,c\n1,2,3\n1,two,3\n");
        failed("Line 3 of " + path("table.csv") + " cannot be scored: b is \"two\", which is not a number.");

        Files.writeString(directory.resolve("table.csv"), "a,b,c\n1,2\n");
        failed("Line 2 of " + path("table.csv") + " has 2 cells, but the header has 3.");

        Files.writeString(directory.resolve("model.json"), "{\"learner\":");
        failed(path("model.json") + " cannot be used: ");

        Files.delete(directory.resolve("model.json"));
        failed("The model " + path("model.json") + " does not exist.");
        assertThat(directory.resolve("out.csv")).doesNotExist();
        assertThat(directory.resolve("out.csv.unfinished")).doesNotExist();
    }

    @Test
    void predictionsDoNotReplaceTheirTableAndNeedAPlace() throws Exception {
        train(Map.of("objective", "binary:logistic"), true, false);
        table("a,b,c", 0, 1, 2);

        assertThat(score("--out", path("table.csv"))).isEqualTo(1);
        assertThat(err.toString()).contains("latido: --out names the table itself, which would be lost.");
        assertThat(score("--out", path("none/out.csv"))).isEqualTo(1);
        assertThat(err.toString())
                .contains("latido: The predictions cannot be written to " + path("none/out.csv") + ".");
    }

    private void failed(String sentence) {
        err.getBuffer().setLength(0);
        assertThat(score()).isEqualTo(1);
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("latido: " + sentence);
    }

    /** Trains a model, saves it as model.json, and gives what it makes of its rows. */
    private float[][] train(Map<String, Object> more, boolean named, boolean margins) throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        float[] labels = new float[ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < NAMES.length; i++) {
                values[row * NAMES.length + i] =
                        random.nextInt(6) == 0 ? Float.NaN : (float) random.nextDouble() * 10 - 5;
            }
            labels[row] = random.nextInt(more.containsKey("num_class") ? 3 : 2);
        }
        DMatrix rows = new DMatrix(values, ROWS, NAMES.length, Float.NaN);
        rows.setLabel(labels);
        if (named) {
            rows.setFeatureNames(NAMES);
        }
        Map<String, Object> parameters =
                new LinkedHashMap<>(Map.of("max_depth", 4, "eta", 0.3, "nthread", 1, "verbosity", 0));
        parameters.putAll(more);
        Booster booster = XGBoost.train(rows, parameters, 12, Map.of(), null, null);
        save(booster);
        return booster.predict(rows, margins);
    }

    private void save(Booster booster) throws XGBoostError {
        booster.saveModel(path("model.json"));
    }

    /** Writes the rows, a column for each of these features, or another where it is negative. */
    private void table(String header, int... features) throws Exception {
        List<String> lines = new ArrayList<>(List.of(header));
        for (int row = 0; row < ROWS; row++) {
            List<String> cells = new ArrayList<>();
            for (int feature : features) {
                float value = feature < 0 ? 7 : values[row * NAMES.length + feature];
                cells.add(Float.isNaN(value) ? "" : Float.toString(value));
            }
            lines.add(String.join(",", cells));
        }
        Files.write(directory.resolve("table.csv"), lines);
    }

    private int score(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("score", "--model", path("model.json"), "--table", path("table.csv")));
        arguments.addAll(List.of(more));
        if (!arguments.contains("--out")) {
            arguments.addAll(List.of("--out", path("out.csv")));
        }
        return Latido.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}
