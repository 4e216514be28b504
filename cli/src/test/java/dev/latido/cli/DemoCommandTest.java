package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--duration  | 0   | --duration must be from 1s to 24h, was 0s",
                "--duration  | 2d  | '2d' is not a length of time like 90s, 5m or 1m30s",
                "--customers | -1  | --customers must be from 1 to 1000000, was -1",
                "--customers | few | 'few' is not an int",
                "--days      | 0   | --days must be from 1 to 3650, was 0",
                "--seed      | x   | 'x' is not a long"
            })
    void wrongOptionIsRefusedInASentence(String option, String value, String sentence) {
        StringWriter err = new StringWriter();

        int exitCode = Latido.commandLine(Map.of()).setErr(new PrintWriter(err)).execute("demo", option, value);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElseThrow())
                .startsWith("latido: ")
                .endsWith(sentence);
    }
}
