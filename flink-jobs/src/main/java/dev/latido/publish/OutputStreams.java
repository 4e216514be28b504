package dev.latido.publish;

import java.util.List;

/** Names of the job's output streams; also the names of the files that a replay writes. */
public final class OutputStreams {

    public static final String HEALTH_SCORES = "health-scores";
    public static final String ALERTS = "alerts";
    public static final String SHADOW_ALERTS = "shadow-alerts";
    public static final String FEATURES = "features";
    public static final String RULE_STATUS = "rule-status";
    public static final String MODEL_STATUS = "model-status";
    public static final String DEAD_LETTERS = "dead-letters";
    public static final String LATE_EVENTS = "late-events";

    public static final List<String> ALL = List.of(
            HEALTH_SCORES, ALERTS, SHADOW_ALERTS, FEATURES, RULE_STATUS, MODEL_STATUS, DEAD_LETTERS, LATE_EVENTS);

    private OutputStreams() {}
}
