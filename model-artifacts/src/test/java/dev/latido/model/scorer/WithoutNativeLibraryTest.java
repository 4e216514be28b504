package dev.latido.model.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.booster.BoosterReader;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes in which XGBoost's native library cannot be loaded. */
class WithoutNativeLibraryTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"-Dxgboostruntime.native.xgboost4j=/nowhere/libxgboost4j.so", "-Dos.arch=riscv64"})
    void whoNeedsTheLibraryIsToldWhatToInstall(String hindrance) throws Exception {
        assertThat(run(hindrance, "require"))
                .matches(line -> line.startsWith("refused: XGBoost's native library cannot be loaded on Linux")
                        && line.contains("apt-get install libgomp1")
                        && line.endsWith("."));
    }

    @Test
    void theForestScoresAndXgboostsClassesAreNotEvenLoaded() throws Exception {
        Random random = new Random(1);
        float[][] rows = Rows.random(random, 100, 4);
        TrainedModel trained =
                TrainedModel.train(Map.of("objective", "binary:logistic"), 3, rows, Rows.labels(random, rows));
        Path model = directory.resolve("model.json");
        Files.write(model, trained.json());
        float expected = trained.margins(new float[][] {new float[4]})[0][0];

        assertThat(run("-Dos.arch=riscv64", "score", model.toString()))
                .isEqualTo("margin: " + expected + ", loaded: []");
    }

    private String run(String hindrance, String... arguments) throws Exception {
        Path output = directory.resolve("output.txt");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                hindrance,
                "-verbose:class",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(Arrays.asList(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return summary(Files.readAllLines(output, StandardCharsets.UTF_8));
    }

    private static String summary(List<String> lines) {
        String said = lines.stream()
                .filter(line -> line.startsWith("refused: ") || line.startsWith("margin: "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(String.join(
                        "\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()))));
        if (said.startsWith("refused: ")) {
            return said;
        }
        return said + ", loaded: "
                + lines.stream()
                        .filter(line -> line.contains("ml.dmlc.xgboost4j"))
                        .toList();
    }

    /** What runs in the other process. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            if (arguments[0].equals("require")) {
                try {
                    NativeLibrary.require();
                } catch (MissingNativeLibraryException e) {
                    System.out.println("refused: " + e.getMessage());
                }
                return;
            }
            byte[] document = Files.readAllBytes(Path.of(arguments[1]));
            Scorer scorer = ScorerChoice.of("forest").orElseThrow().open(BoosterReader.read(document), document);
            float[] out = new float[1];
            scorer.margins(new float[4], out);
            System.out.println("margin: " + out[0]);
        }
    }
}
