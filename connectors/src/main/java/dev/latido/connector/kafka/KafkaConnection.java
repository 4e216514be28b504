package dev.latido.connector.kafka;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How Kafka is reached: its bootstrap servers, and what else its clients need (SASL, TLS, sizes, times).
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param clientProperties settings of Kafka's clients, secrets among them; given to every client
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> clientProperties) implements Serializable {

    /** What a job decides itself, because its guarantees hang on it. */
    private static final Set<String> OWNED_BY_THE_JOB = Set.of(
            "auto.offset.reset",
            "enable.auto.commit",
            "enable.idempotence",
            "group.id",
            "isolation.level",
            "key.deserializer",
            "key.serializer",
            "transaction.timeout.ms",
            "transactional.id",
            "value.deserializer",
            "value.serializer");

    public KafkaConnection {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("The Kafka bootstrap servers are empty; they read host:port,host:port");
        }
        clientProperties = Map.copyOf(clientProperties);
        Set<String> refused = new TreeSet<>(clientProperties.keySet());
        refused.retainAll(OWNED_BY_THE_JOB);
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("The Kafka client properties must not set " + String.join(", ", refused)
                    + "; the job decides that");
        }
    }

    /** A connection without security. */
    public static KafkaConnection to(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, Map.of());
    }

    /** A connection with the settings in a Java properties file; {@code bootstrap.servers} in it has no effect. */
    public static KafkaConnection to(String bootstrapServers, Path propertiesFile) throws IOException {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(propertiesFile)) {
            read.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException("The Kafka properties file " + propertiesFile + " does not exist.", e);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IOException(propertiesFile + " is not a Java properties file: " + e.getMessage(), e);
        }
        Map<String, String> clientProperties = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> clientProperties.put(name, read.getProperty(name)));
        clientProperties.remove("bootstrap.servers");
        return new KafkaConnection(bootstrapServers, clientProperties);
    }

    /** The properties of a client; the caller's own, to add to. */
    public Properties properties() {
        Properties properties = new Properties();
        clientProperties.forEach(properties::setProperty);
        properties.setProperty("bootstrap.servers", bootstrapServers);
        return properties;
    }

    /** The servers, and the names of the other settings without their values. */
    @Override
    public String toString() {
        String names = clientProperties.keySet().stream().sorted().collect(joining(", "));
        return bootstrapServers + (names.isEmpty() ? "" : " (with " + names + ")");
    }
}
