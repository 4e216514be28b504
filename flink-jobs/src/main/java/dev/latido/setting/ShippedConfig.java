package dev.latido.setting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files under {@code config/} that Latido comes with: those in the folder of the system property {@code latido.home},
 * where the launcher sets it, else those packed into the job's jar.
 */
public final class ShippedConfig {

    private ShippedConfig() {}

    /** Opens a file; null when there is none of that name. */
    public static @Nullable InputStream open(String name) throws IOException {
        String home = System.getProperty("latido.home");
        if (home != null) {
            Path file = Path.of(home, "config", name);
            return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
        }
        return ShippedConfig.class.getClassLoader().getResourceAsStream("config/" + name);
    }

    /** How a person finds the file. */
    public static String describe(String name) {
        return "config/" + name;
    }
}
