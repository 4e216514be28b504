package dev.latido.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.simulator.SimulationFiles;
import dev.latido.simulator.SimulationPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruthFileTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void whatTheSimulatorWritesIsRead() throws IOException {
        SimulationPlan plan = new SimulationPlan(200, 30, 3, Instant.parse("2025-01-01T00:00:00Z"));
        int churned = SimulationFiles.write(plan, directory).churned();

        Truth truth = TruthFile.read(directory.resolve("truth.csv"));

        assertThat(truth.departures()).hasSize(churned).isNotEmpty();
        assertThat(truth.departures())
                .allSatisfy(left -> assertThat(left.cause()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer,churned_at\nada,2025-03-01T12:00:00Z\n",
                "Customer ID;Churn-Time\nada;2025-03-01T14:00:00+02:00\n",
                "other\taccountId\tcancelledAt\nx\tada\t1740830400\n",
                "\uFEFFuser_id,left_at\r\nada,1740830400000\r\n\r\n",
                "customer,churned_at\n\"ada\",\"2025-03-01 12:00:00Z\"\nbob,\n"
            })
    void commonFormsAreUnderstood(String text) throws IOException {
        assertThat(read(text).departures())
                .containsExactly(new Departure(Optional.empty(), "ada", NOON, Optional.empty()));
    }

    @Test
    void tenantAndCauseAreTakenWhereTheyAreGiven() throws IOException {
        assertThat(read("tenant,customer,churned_at,reason\nt1,ada,2025-03-01,price\nt2,ada,2025-03-01,\n")
                        .departures())
                .containsExactly(
                        new Departure(
                                Optional.of("t1"), "ada", Instant.parse("2025-03-01T00:00:00Z"), Optional.of("price")),
                        new Departure(
                                Optional.of("t2"), "ada", Instant.parse("2025-03-01T00:00:00Z"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | line 1: it is empty; it needs a header with customer",
                "2,1729126649000,free | line 1: the header is \"2,1729126649000,free\"; it needs the columns customer",
                "customer,date | line 1: the header is \"customer,date\"; it needs the columns customer",
                "customer,user,churned_at | line 1: the columns customer and user mean the same; rename one of them.",
                "customer,churned_at;a,2025-01-01;a,2025-01-02 | line 3: the customer a is in line 2 already.",
                "customer,churned_at;\"a~b\",2025-01-01;c,soon | line 4: \"soon\" is no time; it reads like 2025-06-30T",
                "customer,churned_at;a,2025-01-01T10:00:00 | line 2: \"2025-01-01T10:00:00\" is no time;",
                "customer,churned_at;a,1970-01-02 | line 2: the time 1970-01-02 is not between 2000 and 2100.",
                "customer,churned_at;,2025-01-01 | line 2: the customer is empty.",
                "customer,churned_at;a | line 2: it has 1 columns, the header has 2."
            })
    void mistakesAreNamedWithFileAndLine(String text, String problem) {
        assertThatThrownBy(() -> read(text.replace(';', '\n').replace('~', '\n')))
                .isInstanceOf(UnusableTruthException.class)
                .hasMessageStartingWith(
                        "The truth file " + directory.resolve("truth.csv") + " cannot be used, " + problem);
    }

    @Test
    void whatIsNoTextIsOneSentence() throws IOException {
        Path binary = Files.write(directory.resolve("b.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> TruthFile.read(binary)).hasMessage("The truth file " + binary + " is not UTF-8 text.");
        assertThatThrownBy(() -> TruthFile.read(directory.resolve("none.csv")))
                .hasMessage("The truth file " + directory.resolve("none.csv") + " does not exist.");
        assertThatThrownBy(() -> read("customer,churned_at\n\"a,2025-01-01\n")).hasMessageContaining("truth.csv");
    }

    private Truth read(String text) throws IOException {
        return TruthFile.read(Files.writeString(directory.resolve("truth.csv"), text, StandardCharsets.UTF_8));
    }
}
