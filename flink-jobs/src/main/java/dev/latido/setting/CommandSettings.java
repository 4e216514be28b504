package dev.latido.setting;

import java.io.Serializable;

/** The {@code commands} block: one topic per power. */
public record CommandSettings(TopicSettings privacy) implements Serializable {

    public CommandSettings {
        privacy.validate("commands.privacy");
    }
}
