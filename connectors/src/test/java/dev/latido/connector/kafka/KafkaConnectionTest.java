package dev.latido.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaConnectionTest {

    private static final Delivery DELIVERY = new Delivery(Guarantee.EXACTLY_ONCE, "job", Duration.ofMinutes(10));

    @TempDir
    private Path dir;

    @Test
    void clientsGetTheServersAndWhatTheFileSays() throws Exception {
        KafkaConnection connection = read("security.protocol=SASL_SSL\nbootstrap.servers=elsewhere:1\n");

        assertThat(connection.properties())
                .containsEntry("bootstrap.servers", "broker:9092")
                .containsEntry("security.protocol", "SASL_SSL")
                .hasSize(2);
    }

    @Test
    void secretsAreNotShown() throws Exception {
        KafkaConnection connection = read("sasl.jaas.config=Login required password=\"hunter2\";\n");

        assertThat(connection).hasToString("broker:9092 (with sasl.jaas.config)");
    }

    @Test
    void whatTheGuaranteesHangOnIsRefused() {
        assertThatThrownBy(() -> read("group.id=mine\ntransactional.id=mine\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The Kafka client properties must not set group.id, transactional.id; the job decides that");
    }

    @Test
    void aFileThatIsNoPropertiesFileIsNamed() {
        assertThatThrownBy(() -> read("key=\\u00zz"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("client.properties is not a Java properties file");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> KafkaConnection.to("broker:9092", dir.resolve("absent.properties")))
                .isInstanceOf(IOException.class)
                .hasMessage("The Kafka properties file " + dir.resolve("absent.properties") + " does not exist.");
    }

    @Test
    void emptyServersAreRefused() {
        assertThatThrownBy(() -> KafkaConnection.to(" ")).hasMessageContaining("bootstrap servers are empty");
    }

    @Test
    void producersTakeTheirTuningFromTheConnectionButNotTheTransactionTimeout() {
        KafkaConnection connection = new KafkaConnection("broker:9092", Map.of("linger.ms", "1"));

        assertThat(PublicationSink.producerProperties(connection, DELIVERY))
                .containsEntry("linger.ms", "1")
                .containsEntry("compression.type", "lz4")
                .containsEntry("transaction.timeout.ms", "600000");
    }

    @Test
    void guaranteesAreKnownByTheirNamesInSettings() {
        assertThat(Guarantee.named("exactly-once")).isEqualTo(Guarantee.EXACTLY_ONCE);
        assertThat(Guarantee.named("at-least-once")).isEqualTo(Guarantee.AT_LEAST_ONCE);
        assertThatThrownBy(() -> Guarantee.named("EXACTLY_ONCE"))
                .hasMessage("guarantee is exactly-once or at-least-once, not EXACTLY_ONCE");
    }

    private KafkaConnection read(String properties) throws IOException {
        return KafkaConnection.to("broker:9092", Files.writeString(dir.resolve("client.properties"), properties));
    }
}
