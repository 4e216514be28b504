package dev.latido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.kafka.KafkaAccessException;
import dev.latido.connector.kafka.KafkaConnection;
import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.TopicSpec.Use;
import dev.latido.connector.kafka.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedKafkaIT {

    @TempDir
    private Path dir;

    @Test
    void whatABrokerKeptIsThereWhenTheNextOneStartsInItsDirectory() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
            create(kafka, "kept");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir);
                Admin admin = admin(kafka)) {
            assertThat(topics(admin)).containsExactly("kept");
        }
    }

    @Test
    void twoBrokersRunSideBySide() throws Exception {
        try (EmbeddedKafka left = EmbeddedKafka.start(dir.resolve("left"));
                EmbeddedKafka right = EmbeddedKafka.start(dir.resolve("right"));
                Admin leftAdmin = admin(left);
                Admin rightAdmin = admin(right)) {
            create(left, "left");

            assertThat(topics(leftAdmin)).containsExactly("left");
            assertThat(topics(rightAdmin)).isEmpty();
        }
    }

    @Test
    void nobodyListensAfterTheBrokerIsClosed() throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(dir);
        int port = Integer.parseInt(kafka.bootstrapServers().replace("127.0.0.1:", ""));

        kafka.close();

        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .hasMessageContaining("refused");
    }

    @Test
    void theTerminalStaysClean() throws Exception {
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            EmbeddedKafka.start(dir).close();
        } finally {
            System.setOut(terminal);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.writeString(dir.resolve("file"), "taken");

        assertThatThrownBy(() -> EmbeddedKafka.start(file)).hasMessageContaining(file.toString());
    }

    private static Admin admin(EmbeddedKafka kafka) {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** Makes a topic, and returns when the broker knows it: a little after its creation has been answered. */
    private static void create(EmbeddedKafka kafka, String topic) throws KafkaAccessException {
        TopicSpec spec = new TopicSpec(topic, "records", "any", 1, Duration.ofDays(1), 1 << 20, Use.INPUT);
        try (Topics topics = Topics.at(KafkaConnection.to(kafka.bootstrapServers()), Topics.TIMEOUT)) {
            topics.create(List.of(spec), Optional.empty());
        }
    }

    private static Set<String> topics(Admin admin) throws Exception {
        return admin.listTopics().names().get();
    }
}
