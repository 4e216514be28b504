package dev.latido.health;

/** Where a customer stands. State holds the places of these constants: new ones go to the end. */
public enum Band {
    HEALTHY("healthy"),
    AT_RISK("at_risk"),
    CRITICAL("critical"),
    CHURNED("churned"),
    ONBOARDING("onboarding"),
    CANCELLED("cancelled");

    private final String text;

    Band(String text) {
        this.text = text;
    }

    /** The band as it stands in records. */
    public String text() {
        return text;
    }
}
