package dev.latido.training;

import java.util.Arrays;
import java.util.List;

/** What is to be predicted of a customer. */
public enum Target {
    /** Leaves, for whatever reason. */
    CHURN("churn", "churn"),
    /** Leaves because the customer wants to. */
    VOLUNTARY("voluntary", "voluntary"),
    /** Leaves because payments failed. */
    INVOLUNTARY("involuntary", "involuntary"),
    /** Goes to a lower plan. */
    CONTRACTION("contraction", "contraction"),
    /** Goes to a higher plan. */
    UPGRADE("upgrade", "upsell"),
    /** What is paid, less what is given back, in 12 months. */
    REVENUE("revenue", "ltv");

    private final String text;
    private final String modelName;

    Target(String text, String modelName) {
        this.text = text;
        this.modelName = modelName;
    }

    /** The target of this name. */
    public static Target of(String text) {
        return Arrays.stream(values())
                .filter(target -> target.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", texts())));
    }

    /** The names of all targets. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(Target::text).toList();
    }

    public String text() {
        return text;
    }

    /** How a model that predicts it is called unless it has another name. */
    public String modelName() {
        return modelName;
    }

    /** Whether it is about customers that leave, so that a truth file can say it. */
    public boolean isLeaving() {
        return this == CHURN || this == VOLUNTARY || this == INVOLUNTARY;
    }
}
