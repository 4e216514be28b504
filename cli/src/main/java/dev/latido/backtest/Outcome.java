package dev.latido.backtest;

/** What became of a customer after an alert. */
public enum Outcome {
    /** Left after the alert and within the horizon: the alert was right. */
    CHURNED("churned"),
    /** Had not left when the horizon was over: the alert was wrong. */
    STAYED("stayed"),
    /** Had left before, or at the same instant: the alert was wrong, too late. */
    GONE("gone"),
    /** Has not left so far, and the data ends before the horizon does. */
    OPEN("open");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
