package dev.latido.scoring;

import dev.latido.model.artifact.Cuts;

/** How likely it is that what a model predicts comes true, by the cuts of its artifact. */
public enum RiskLevel {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String text;

    RiskLevel(String text) {
        this.text = text;
    }

    /** The level as it stands in records. */
    public String text() {
        return text;
    }

    /** The level of a probability as published. A cut itself does not reach the level above it. */
    public static RiskLevel of(double probability, Cuts cuts) {
        if (probability > cuts.high()) {
            return HIGH;
        }
        return probability > cuts.medium() ? MEDIUM : LOW;
    }
}
