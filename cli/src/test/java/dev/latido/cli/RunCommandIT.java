package dev.latido.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.broker.EmbeddedKafka;
import dev.latido.live.StateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code latido topics} says, and {@code latido run} where it cannot. */
@Timeout(60)
class RunCommandIT {

    @TempDir
    private static Path kafkaDir;

    @TempDir
    private Path dir;

    private static EmbeddedKafka kafka;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start(kafkaDir);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void topicsAreMissingUntilTheyAreCreated() throws Exception {
        Path config = config("topics.", "");

        assertThat(latido("topics", "check", "--config", config.toString())).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("topics\\.clickstream +WRONG")
                .doesNotContain("ok", "does not exist");
        assertThat(err.toString()).containsOnlyOnce("latido: Topic topics.health-scores does not exist.");

        out.getBuffer().setLength(0);
        assertThat(latido("topics", "create", "--config", config.toString())).isZero();
        assertThat(out.toString())
                .startsWith("Created topics.clickstream, ")
                .containsPattern("topics\\.health-scores +ok +output +customer +4 +compacted +1 MiB");

        out.getBuffer().setLength(0);
        assertThat(latido("topics", "create", "--config", config.toString())).isZero();
        assertThat(out.toString()).startsWith("No topic is missing.");
    }

    @Test
    void aMissingTopicIsASentence() throws Exception {
        assertThat(latido("run", "--config", config("missing.", "").toString())).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: Kafka at " + kafka.bootstrapServers() + " is not ready: ")
                .contains("Topic missing.clickstream does not exist.")
                .hasLineCount(1);
    }

    @Test
    void aBrokerThatDoesNotAnswerIsASentence() throws Exception {
        Path config = Files.writeString(
                dir.resolve("nobody.yaml"),
                "kafka: {bootstrapServers: '127.0.0.1:1'}\njob: {stateDirectory: " + dir.resolve("state") + "}\n");

        assertThat(latido("run", "--config", config.toString())).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: No Kafka broker answered at 127.0.0.1:1")
                .hasLineCount(1);
    }

    @Test
    void aPortOfMetricsThatIsInUseIsASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String config = ready("port.", "metrics: {port: " + taken.getLocalPort() + "}");

            assertThat(latido("run", "--config", config)).isEqualTo(1);

            assertThat(err.toString())
                    .startsWith("latido: Metrics cannot be served at 127.0.0.1:" + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void aCheckpointThatCannotBeReadIsASentence() throws Exception {
        String config = ready("broken.", "metrics: {port: 0}");
        Path checkpoint = Files.createDirectories(dir.resolve("state/checkpoints/0123/chk-7"));
        Files.writeString(checkpoint.resolve("_metadata"), "not a checkpoint");

        assertThat(latido("run", "--config", config)).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: ")
                .contains(checkpoint.toString())
                .hasLineCount(1);
    }

    @Test
    void aStateDirectoryInUseIsASentence() throws Exception {
        String config = config("used.", "").toString();
        try (StateDirectory held = StateDirectory.open(dir.resolve("state"))) {
            assertThat(latido("run", "--config", config)).isEqualTo(1);

            assertThat(err.toString())
                    .isEqualToIgnoringNewLines("latido: The state in " + held.path()
                            + " (job.stateDirectory) is in use by another `latido run`.");
        }
    }

    @Test
    void aStateDirectoryThatIsAFileIsASentence() throws Exception {
        Files.writeString(dir.resolve("state"), "taken");

        assertThat(latido("run", "--config", config("file.", "").toString())).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("latido: State cannot be kept in " + dir.resolve("state"))
                .hasLineCount(1);
    }

    private String ready(String prefix, String more) throws IOException {
        String config = config(prefix, more).toString();
        assertThat(latido("topics", "create", "--config", config)).isZero();
        return config;
    }

    private Path config(String prefix, String more) throws IOException {
        return Files.writeString(
                dir.resolve("latido.yaml"),
                "kafka: {bootstrapServers: '" + kafka.bootstrapServers() + "', topicPrefix: " + prefix
                        + "}\njob: {stateDirectory: " + dir.resolve("state") + "}\n" + more);
    }

    private int latido(String... arguments) {
        return Latido.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
