package dev.latido.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.launcher.Checkout.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final Instant TODAY = Instant.parse("2026-01-02T00:00:00Z");

    private Checkout checkout;
    private Path jar;
    private Path source;

    @BeforeEach
    void checkOut(@TempDir Path directory) throws IOException {
        checkout = new Checkout(directory);
        checkout.installJava("17");
        jar = checkout.root().resolve("cli/target/latido-cli.jar");
        source = checkout.write("connectors/src/main/java/Source.java", "class Source {}");
        Checkout.program(
                checkout.root().resolve("mvnw"),
                "echo \"$@\" >>builds",
                "mkdir -p cli/target",
                "echo new >cli/target/latido-cli.jar",
                "echo 'what Maven says'");
    }

    @Test
    void firstRunBuildsAndSaysSoOnStderr() throws Exception {
        Ended run = checkout.run("latido", "demo");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).matches("latido: Building, the first time only.*\n");
        assertThat(run.out()).doesNotContain("what Maven says").endsWith("dev.latido.cli.Latido\ndemo\n");
        assertThat(checkout.root().resolve("builds")).content().contains("package -pl cli -am");
    }

    @Test
    void secondRunDoesNotBuild() throws Exception {
        checkout.run("latido", "demo");
        Ended second = checkout.run("latido", "demo");

        assertThat(second.err()).isEmpty();
        assertThat(checkout.root().resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void changedSourceIsBuiltAgain() throws Exception {
        builtToday();
        touch(source, TODAY.plusSeconds(1));

        assertThat(checkout.run("latido", "demo").err()).startsWith("latido: Building again");
        assertThat(jar).hasContent("new");
    }

    @Test
    void deletedSourceIsBuiltAgain() throws Exception {
        builtToday();
        Files.delete(source);

        assertThat(checkout.run("latido", "demo").err()).startsWith("latido: Building again");
    }

    @Test
    void changedTestOrSettingIsNotBuilt() throws Exception {
        builtToday();
        checkout.write("cli/src/test/java/SourceTest.java", "class SourceTest {}");
        checkout.write("config/latido.yaml", "catalogue: []");

        assertThat(checkout.run("latido", "demo").err()).isEmpty();
        assertThat(jar).hasContent("built today");
    }

    @Test
    void sourceThatChangesDuringTheBuildIsBuiltTheNextTime() throws Exception {
        Checkout.program(
                checkout.root().resolve("mvnw"),
                "echo build >>builds",
                "mkdir -p cli/target",
                "source=connectors/src/main/java/Source.java",
                "touch before",
                "until [ -n \"$(find $source -newer before)\" ]; do touch $source; done",
                "echo new >cli/target/latido-cli.jar");

        checkout.run("latido", "demo");
        checkout.run("latido", "demo");

        assertThat(checkout.root().resolve("builds")).content().hasLineCount(2);
    }

    @Test
    void failedBuildIsToldAfterWhatItSays() throws Exception {
        Checkout.program(checkout.root().resolve("mvnw"), "echo 'Source.java: wrong'", "exit 7");

        Ended run = checkout.run("latido", "demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).endsWith("Source.java: wrong\nlatido: The build failed; what is above says why.\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void javaGetsTheOptionsAndTheArgumentsAsTheyAre() throws Exception {
        builtToday();
        checkout.export("LATIDO_JAVA_OPTS", "-Xmx1g -Done=*");

        Ended run = checkout.run("latido", "replay", "--out", "my results", "", "*");

        assertThat(run.out().lines())
                .contains("--add-opens=java.base/java.util=ALL-UNNAMED", "-Xmx1g", "-Done=*")
                .contains("-Dlatido.home=" + checkout.root(), "-Dlatido.terminal=false")
                .contains(checkout.root() + ":" + jar)
                .endsWith("dev.latido.cli.Latido", "replay", "--out", "my results", "", "*");
    }

    @Test
    void linksFromElsewhereAreFollowed() throws Exception {
        builtToday();
        Path first = Files.createSymbolicLink(checkout.root().resolve("link"), Path.of("latido"));
        Path second = Files.createSymbolicLink(checkout.directory().resolve("latido"), first);

        assertThat(checkout.run(second, "demo").out()).contains("-Dlatido.home=" + checkout.root() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8", "9", "11", "16"})
    void javaOlderThan17IsRefusedInOneSentence(String version) throws Exception {
        checkout.installJava(version);

        Ended run = checkout.run("latido", "demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).matches("latido: .*/java is Java " + version + "; a JDK 17 or newer is needed\\.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "21", "25"})
    void javaFrom17OnIsWelcome(String version) throws Exception {
        checkout.installJava(version);

        assertThat(checkout.run("latido", "demo").exitCode()).isZero();
    }

    @Test
    void missingJavaIsOneSentence() throws Exception {
        checkout.export("JAVA_HOME", "/nowhere");
        assertThat(checkout.run("latido", "demo").err())
                .isEqualTo("latido: JAVA_HOME is /nowhere, where there is no bin/java; a JDK 17 or newer is needed.\n");

        checkout.export("JAVA_HOME", "");
        Files.delete(checkout.directory().resolve("bin/java"));
        Ended run = checkout.run("latido", "demo");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "latido: There is no java on the PATH and JAVA_HOME is not set; a JDK 17 or newer is needed.\n");
    }

    private void builtToday() throws IOException {
        checkout.write("cli/target/latido-cli.jar", "built today");
        touch(source, TODAY.minusSeconds(1));
        for (Path folder = source; !folder.equals(checkout.root()); folder = folder.getParent()) {
            touch(folder, TODAY.minusSeconds(1));
        }
        touch(checkout.root().resolve("pom.xml"), TODAY.minusSeconds(1));
        touch(jar, TODAY);
    }

    private static void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
