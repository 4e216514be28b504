package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code latido} command with the settings of one file, as a process or within this JVM, which costs a tenth. */
record LatidoCommand(Path dir, Path config) {

    /** Starts it as a process. */
    JavaProcess start(String... arguments) throws IOException {
        List<String> main = new ArrayList<>(List.of("dev.latido.cli.Latido"));
        main.addAll(withConfig(arguments));
        return JavaProcess.start(
                Files.createTempFile(dir, "latido-", ".txt"),
                Map.of(),
                List.of(System.getProperty("java.class.path")),
                List.of(
                        "-Xmx600m",
                        "-Dlatido.home=" + Path.of("..").toAbsolutePath().normalize()),
                main.toArray(String[]::new));
    }

    /** Runs it as a process, which must succeed; what it said. */
    String ofItsOwn(String... arguments) throws Exception {
        try (JavaProcess process = start(arguments)) {
            assertThat(process.exitCode()).as(process.output()).isZero();
            return process.output();
        }
    }

    /** Runs it within this JVM; what it said. */
    String within(int exitCode, String... arguments) {
        CommandRun run = CommandRun.of(withConfig(arguments));
        assertThat(run.exitCode()).as(run.said()).isEqualTo(exitCode);
        return run.said();
    }

    private List<String> withConfig(String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--config", config.toString()));
        return command;
    }

    /** Stops a run as an operator does. */
    static void stop(JavaProcess run) throws Exception {
        run.terminate();
        assertThat(run.exitCode()).as(run.output()).isZero();
    }
}
