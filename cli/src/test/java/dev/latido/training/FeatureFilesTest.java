package dev.latido.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latido.backtest.CustomerId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureFilesTest {

    private static final Thinning ALL = new Thinning(1);

    @TempDir
    private Path directory = Path.of("");

    @Test
    void rowsAndOutcomesAreReadByCustomer() throws Exception {
        Path file = new Recorded()
                .row("a", 0, "{\"x\":1,\"y\":null}")
                .row("a", 1, "{\"x\":2.5,\"y\":3,\"z\":4}")
                .outcome("a", 2, "payment", false, 4_900)
                .outcome("b", 3, "cancellation-notice")
                .writeTo(directory.resolve("f.jsonl"));

        FeatureHistory history = FeatureFiles.read(List.of(file), ALL);

        RecordedCustomer a = customer(history, "a");
        assertThat(history.features()).containsExactly("x", "y", "z");
        assertThat(history.end()).isEqualTo(Recorded.at(3));
        assertThat(history.rows()).isEqualTo(2);
        assertThat(a.rows().values()).containsExactly(new float[] {1, Float.NaN}, new float[] {2.5f, 3, 4});
        assertThat(a.outcomes())
                .containsExactly(
                        new RecordedOutcome(Recorded.at(2).toEpochMilli(), RecordedOutcome.What.PAYMENT, false, 4_900));
        assertThat(customer(history, "b").rows()).isEmpty();
    }

    @Test
    void severalFilesAreOneHistoryAndWhatIsRepeatedCountsOnce() throws Exception {
        Recorded recorded = new Recorded().row("a", 0, "{\"x\":1}").outcome("a", 1, "refund", false, 100);
        Path plain = recorded.writeTo(directory.resolve("f.jsonl"));
        Path gzip = directory.resolve("f.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write(String.join("\n", recorded.lines()).getBytes(StandardCharsets.UTF_8));
        }

        FeatureHistory history = FeatureFiles.read(List.of(plain, gzip), ALL);

        assertThat(customer(history, "a").rows()).hasSize(1);
        assertThat(customer(history, "a").outcomes()).hasSize(1);
    }

    @Test
    void oneRowAWeekIsKeptOfEachCustomerOnDifferentDays() throws Exception {
        Recorded recorded = new Recorded();
        for (int day = 0; day < 28; day++) {
            for (int customer = 0; customer < 20; customer++) {
                recorded.row("c" + customer, day, "{\"x\":" + day % 7 + "}");
            }
        }

        FeatureHistory history =
                FeatureFiles.read(List.of(recorded.writeTo(directory.resolve("f.jsonl"))), new Thinning(7));

        assertThat(history.customers().values())
                .allMatch(customer -> customer.rows().size() == 4);
        assertThat(history.customers().values().stream()
                        .map(customer -> Objects.requireNonNull(
                                customer.rows().get(customer.rows().firstKey()))[0])
                        .distinct())
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{~it is not JSON: ",
                "[]~it is not an object.",
                "{\"type\":\"other\",\"customerId\":\"a\"}~the type is other, not features or outcome.",
                "{\"type\":\"features\"}~it has no customerId.",
                "{\"type\":\"features\",\"customerId\":\"a\",\"at\":\"soon\"}~at is \"soon\", which is no time.",
                "{\"type\":\"features\",\"customerId\":\"a\",\"at\":\"2025-01-01T00:00:00Z\"}~it has no features.",
                "{\"type\":\"outcome\",\"customerId\":\"a\",\"at\":\"2025-01-01T00:00:00Z\",\"outcome\":\"x\"}~the outcome x is"
                        + " not known.",
                "{\"type\":\"features\",\"customerId\":\"a\",\"at\":\"2025-01-01T00:00:00Z\",\"features\":{\"x\":\"1\"}}~the"
                        + " feature x is \"1\", which is no number to learn from."
            })
    void aLineThatCannotBeUsedIsNamed(String line, String fault) throws Exception {
        Path file = Files.writeString(directory.resolve("f.jsonl"), "\n" + line + "\n");

        assertThatExceptionOfType(UnusableFeaturesException.class)
                .isThrownBy(() -> FeatureFiles.read(List.of(file), ALL))
                .withMessageStartingWith("Line 2 of the features file " + file + " cannot be used: " + fault);
    }

    @Test
    void filesWithoutRowsAreRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("f.jsonl"), "");

        assertThatExceptionOfType(UnusableFeaturesException.class)
                .isThrownBy(() -> FeatureFiles.read(List.of(file), ALL))
                .withMessage("There are no rows of type features to learn from.");
        assertThatExceptionOfType(UnusableFeaturesException.class)
                .isThrownBy(() -> FeatureFiles.read(List.of(directory.resolve("none")), ALL))
                .withMessage("The features file " + directory.resolve("none") + " does not exist.");
    }

    private static RecordedCustomer customer(FeatureHistory history, String id) {
        return Objects.requireNonNull(history.customers().get(new CustomerId("default", id)), id);
    }
}
