package dev.latido.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.logging.log4j.core.config.Configurator;

/** Where the log goes. Unless the user says so, only the product's own warnings are shown, on stderr. */
final class Logs {

    private static final Path STDERR = Path.of("-");

    private Logs() {}

    /** Sends the log of everything, libraries included, to a file, or to stderr where the file is {@code -}. */
    static void writeTo(Path file) {
        if (file.equals(STDERR)) {
            System.setProperty("latido.log.appender", "stderr");
        } else {
            requireWritable(file);
            System.setProperty("latido.log.file", file.toString());
            System.setProperty("latido.log.appender", "file");
        }
        System.setProperty("latido.log.level", "info");
        Configurator.reconfigure();
    }

    private static void requireWritable(Path file) {
        try {
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException e) {
            throw new CommandFailure("The log cannot be written to " + file + ".", e);
        }
    }
}
