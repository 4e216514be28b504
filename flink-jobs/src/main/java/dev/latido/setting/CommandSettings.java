package dev.latido.setting;

import java.io.Serializable;

/**
 * The {@code commands} block: one topic per power.
 *
 * @param rules what the rules are; compacted
 * @param models what the models are; compacted
 */
public record CommandSettings(TopicSettings privacy, TopicSettings rules, TopicSettings models)
        implements Serializable {

    public CommandSettings {
        privacy.validate("commands.privacy");
        rules.validate("commands.rules");
        models.validate("commands.models");
        Require.between("commands.rules.retentionDays", rules.retentionDays(), 0, 0);
        Require.between("commands.models.retentionDays", models.retentionDays(), 0, 0);
    }
}
