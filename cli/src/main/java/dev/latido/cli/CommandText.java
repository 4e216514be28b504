package dev.latido.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command as one types it into a shell. */
final class CommandText {

    private CommandText() {}

    static String of(String command, List<String> arguments) {
        return Stream.concat(Stream.of(command), arguments.stream().map(CommandText::quoted))
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
