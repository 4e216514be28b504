package dev.latido.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in the jar that a Flink cluster is given. */
class JobJarIT {

    private static final Path CONFIG = Path.of("../config");

    private JarFile jar;

    @BeforeEach
    void openJar() throws IOException {
        jar = new JarFile(new File("target/latido-job.jar"));
    }

    @AfterEach
    void closeJar() throws IOException {
        jar.close();
    }

    @Test
    void mainClassIsTheJob() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
                .isEqualTo("dev.latido.job.CustomerHealthJob");
    }

    @Test
    void clusterBringsFlinkAndTheLog() {
        assertThat(names())
                .noneMatch(name -> name.matches("org/apache/flink/(api|configuration|core|runtime|util)/.*"))
                .noneMatch(name -> name.startsWith("org/apache/flink/streaming/api/"))
                .noneMatch(name -> name.startsWith("org/slf4j/") || name.startsWith("org/apache/logging/"))
                .noneMatch(name -> name.startsWith("org/rocksdb/"));
    }

    @Test
    void jobBringsWhatTheClusterHasNot() {
        assertThat(names())
                .contains(
                        "dev/latido/event/HealthScore.class",
                        "org/apache/flink/connector/kafka/sink/KafkaSink.class",
                        "org/apache/kafka/clients/producer/KafkaProducer.class",
                        "com/fasterxml/jackson/databind/ObjectMapper.class");
    }

    @Test
    void shippedSettingsAreInside() throws IOException {
        assertThat(names()).containsAll(shippedSettings());
    }

    @Test
    void signaturesOfOtherJarsAreLeftOut() {
        assertThat(names()).noneMatch(name -> name.matches("META-INF/.*\\.(SF|DSA|RSA)"));
    }

    private List<String> names() {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .toList();
    }

    private static List<String> shippedSettings() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> "config/" + CONFIG.relativize(file).toString().replace(File.separatorChar, '/'))
                    .toList();
        }
    }
}
