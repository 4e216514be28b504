package dev.latido.setting;

import java.io.Serializable;

/** The {@code outputs} block: one topic per output stream. */
public record OutputSettings(
        TopicSettings healthScores,
        TopicSettings alerts,
        TopicSettings shadowAlerts,
        TopicSettings features,
        TopicSettings ruleStatus,
        TopicSettings modelStatus,
        TopicSettings deadLetters,
        TopicSettings lateEvents)
        implements Serializable {

    public OutputSettings {
        healthScores.validate("outputs.healthScores");
        alerts.validate("outputs.alerts");
        shadowAlerts.validate("outputs.shadowAlerts");
        features.validate("outputs.features");
        ruleStatus.validate("outputs.ruleStatus");
        modelStatus.validate("outputs.modelStatus");
        deadLetters.validate("outputs.deadLetters");
        lateEvents.validate("outputs.lateEvents");
    }
}
