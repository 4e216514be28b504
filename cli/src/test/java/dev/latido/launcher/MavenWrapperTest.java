package dev.latido.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.launcher.Checkout.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MavenWrapperTest {

    private static final String URL = "https://archive.example/apache-maven-3.9.99-bin.tar.gz";

    private Checkout checkout;
    private Path archive;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws Exception {
        checkout = new Checkout(directory);
        checkout.installJava("17");
        archive = archive();
        pin(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(archive))));
    }

    @ParameterizedTest
    @CsvSource({"3.8.6", "3.8.7", "3.9.0", "3.10.1", "4.0.0"})
    void installedMavenIsUsed(String version) throws Exception {
        installMaven(version);

        assertThat(checkout.run("mvnw", "-B", "verify").out()).isEqualTo("Maven " + version + " runs -B verify\n");
    }

    @ParameterizedTest
    @CsvSource({"3.8.5", "3.6.3", "2.2.1"})
    void olderMavenIsPassedOver(String version) throws Exception {
        installMaven(version);
        installCurl();

        assertThat(checkout.run("mvnw", "verify").out()).isEqualTo("fetched Maven runs verify\n");
    }

    @Test
    void mavenHomeGoesBeforeThePath() throws Exception {
        installMaven("3.9.1");
        Path home = checkout.directory().resolve("other maven");
        Checkout.program(home.resolve("bin/mvn"), maven("3.9.2"));
        checkout.export("MAVEN_HOME", home.toString());

        assertThat(checkout.run("mvnw", "verify").out()).isEqualTo("Maven 3.9.2 runs verify\n");
    }

    @Test
    void mavenIsFetchedOnceWhereNoneIsInstalled() throws Exception {
        installCurl();

        Ended first = checkout.run("mvnw", "-B", "-Dname=two words");
        assertThat(first.out()).isEqualTo("fetched Maven runs -B -Dname=two words\n");
        assertThat(first.err()).isEqualTo("mvnw: Fetching Maven from " + URL + ", once.\n");

        Files.delete(archive);
        Ended second = checkout.run("mvnw", "verify");
        assertThat(second.out()).isEqualTo("fetched Maven runs verify\n");
        assertThat(second.err()).isEmpty();
        assertThat(fetched()).containsExactly("apache-maven-3.9.99");
    }

    @Test
    void wgetDoesAsWell() throws Exception {
        checkout.install("wget", "cat '" + archive + "' >\"${2#--output-document=}\"");

        assertThat(checkout.run("mvnw", "verify").out()).isEqualTo("fetched Maven runs verify\n");
    }

    @Test
    void downloadWithAnotherChecksumIsThrownAway() throws Exception {
        installCurl();
        pin("0123");

        Ended run = checkout.run("mvnw", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().skip(1))
                .singleElement()
                .asString()
                .matches("mvnw: The download of " + URL + " has the SHA-512 [0-9a-f]{128} instead of 0123"
                        + " and was thrown away\\.");
        assertThat(fetched()).isEmpty();
    }

    @Test
    void failedDownloadIsASentence() throws Exception {
        checkout.install("curl", "echo 'curl: (6) no such host' >&2", "exit 6");

        Ended run = checkout.run("mvnw", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .endsWith("mvnw: Maven could not be fetched from " + URL + "; install Maven 3.8.6 or newer instead.\n");
        assertThat(fetched()).isEmpty();
    }

    @Test
    void nothingToFetchWithIsASentence() throws Exception {
        Ended run = checkout.run("mvnw", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .endsWith(
                        "mvnw: Maven 3.8.6 or newer is not installed, and neither curl nor wget is there to fetch it.\n");
    }

    @Test
    void runtimeWithoutCompilerIsRefused() throws Exception {
        Files.delete(checkout.directory().resolve("jdk/bin/javac"));

        Ended run = checkout.run("mvnw", "verify");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .matches("mvnw: .*/jdk is a Java runtime without a compiler; a JDK 17 or newer is needed\\.\n");
    }

    @Test
    void shippedChecksumIsWholeAndOfTheShippedVersion() throws IOException {
        assertThat(Files.readAllLines(Path.of("../.mvn/wrapper/maven-wrapper.properties")))
                .anyMatch(line -> line.matches("distributionUrl=https://archive\\.apache\\.org/dist/maven/maven-3/"
                        + "(3\\.9\\.\\d+)/binaries/apache-maven-\\1-bin\\.tar\\.gz"))
                .anyMatch(line -> line.matches("distributionSha512Sum=[0-9a-f]{128}"));
    }

    private void installMaven(String version) throws IOException {
        checkout.install("mvn", maven(version));
    }

    private static String[] maven(String version) {
        return new String[] {
            "[ \"$1\" != -version ] || { printf '\\033[1mApache Maven " + version
                    + " (abc)\\033[m\\nJava 17\\n'; exit; }",
            "echo \"Maven " + version + " runs $*\""
        };
    }

    private void installCurl() throws IOException {
        checkout.install(
                "curl",
                "while [ \"$1\" != --output ]; do shift; done",
                "[ \"$3\" = " + URL + " ] && cat '" + archive + "' >\"$2\"");
    }

    private void pin(String sha512) throws IOException {
        checkout.write(
                ".mvn/wrapper/maven-wrapper.properties",
                "# A comment.\ndistributionUrl=" + URL + "\ndistributionSha512Sum=" + sha512 + "\n");
    }

    private Path archive() throws Exception {
        Path content = checkout.directory().resolve("content");
        Checkout.program(content.resolve("apache-maven-3.9.99/bin/mvn"), "echo \"fetched Maven runs $*\"");
        Path made = checkout.directory().resolve("maven.tar.gz");
        Process tar = new ProcessBuilder(
                        "tar", "-czf", made.toString(), "-C", content.toString(), "apache-maven-3.9.99")
                .start();
        assertThat(tar.waitFor()).as(() -> new String(readError(tar), UTF_8)).isZero();
        return made;
    }

    private static byte[] readError(Process process) {
        try {
            return process.getErrorStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private Stream<String> fetched() throws IOException {
        Path fetched = checkout.directory().resolve("home/.m2/wrapper/dists");
        try (Stream<Path> listed = Files.list(fetched)) {
            return listed.map(Path::getFileName).map(Path::toString).toList().stream();
        }
    }
}
