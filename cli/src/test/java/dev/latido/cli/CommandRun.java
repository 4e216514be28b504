package dev.latido.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * What the {@code latido} command did, run within this JVM.
 *
 * @param said on stdout and stderr
 */
public record CommandRun(int exitCode, String said) {

    public static CommandRun of(List<String> arguments) {
        StringWriter said = new StringWriter();
        int exitCode = Latido.commandLine(Map.of())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments.toArray(String[]::new));
        return new CommandRun(exitCode, said.toString());
    }
}
