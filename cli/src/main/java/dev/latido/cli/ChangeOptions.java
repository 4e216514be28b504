package dev.latido.cli;

import static java.util.Objects.requireNonNullElseGet;

import dev.latido.change.Change;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that all changes of the running job have. */
final class ChangeOptions {

    @Option(names = "--by", paramLabel = "NAME", description = "Who asks for it; without it, who is logged in.")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the history.")
    private String reason = "none given";

    @Option(
            names = "--effective-at",
            paramLabel = "TIME",
            description =
                    "Event time from which on it holds, such as 2025-01-31T00:00:00Z; without it, as soon as can be.")
    private @Nullable Instant effectiveAt;

    @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
    private @Nullable Path config;

    LatidoSettings settings() throws SettingsException {
        return SettingsLoader.load(config, System.getenv());
    }

    String by() {
        return requireNonNullElseGet(by, () -> System.getProperty("user.name", Change.UNKNOWN));
    }

    String reason() {
        return reason;
    }

    long effectiveAt() {
        return effectiveAt == null ? Change.AT_ONCE : effectiveAt.toEpochMilli();
    }

    /** From when on the change holds, as the end of a sentence. */
    String since() {
        return effectiveAt == null ? "as soon as can be" : "from " + effectiveAt + " on";
    }
}
