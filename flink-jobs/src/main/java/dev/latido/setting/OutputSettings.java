package dev.latido.setting;

import java.io.Serializable;

/** The {@code outputs} block: one topic per output stream. */
public record OutputSettings(
        TopicSettings healthScores,
        TopicSettings alerts,
        TopicSettings shadowAlerts,
        TopicSettings ruleStatus,
        TopicSettings modelStatus,
        TopicSettings deadLetters,
        TopicSettings lateEvents)
        implements Serializable {

    public OutputSettings {
        healthScores.validate("outputs.healthScores");
        alerts.validate("outputs.alerts");
        shadowAlerts.validate("outputs.shadowAlerts");
        ruleStatus.validate("outputs.ruleStatus");
        modelStatus.validate("outputs.modelStatus");
        deadLetters.validate("outputs.deadLetters");
        lateEvents.validate("outputs.lateEvents");
    }
}
