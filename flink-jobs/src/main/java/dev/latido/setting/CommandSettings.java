package dev.latido.setting;

import java.io.Serializable;

/**
 * The {@code commands} block: one topic per power.
 *
 * @param rules what the rules are; compacted
 */
public record CommandSettings(TopicSettings privacy, TopicSettings rules) implements Serializable {

    public CommandSettings {
        privacy.validate("commands.privacy");
        rules.validate("commands.rules");
        Require.between("commands.rules.retentionDays", rules.retentionDays(), 0, 0);
    }
}
