package dev.latido.setting;

import static java.util.Objects.requireNonNull;

import dev.latido.watch.WatchConfig;
import java.io.Serializable;

/** The {@code models} block. */
public record ModelSettings(WatchConfig watch) implements Serializable {
    public ModelSettings {
        requireNonNull(watch, "watch");
    }
}
