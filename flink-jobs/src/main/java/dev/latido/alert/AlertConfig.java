package dev.latido.alert;

import java.io.Serializable;

/**
 * Settings of alerts; the block {@code alerts} of the settings.
 *
 * @param openAfterDailyEvaluations daily evaluations in a row at a level before an alert opens; {@code immediate} never waits
 * @param resolveAfterDailyEvaluations daily evaluations in a row at level {@code none} before an alert is resolved
 * @param monitor whether level {@code monitor} alone opens alerts
 */
public record AlertConfig(int openAfterDailyEvaluations, int resolveAfterDailyEvaluations, boolean monitor)
        implements Serializable {

    public AlertConfig {
        within("openAfterDailyEvaluations", openAfterDailyEvaluations);
        within("resolveAfterDailyEvaluations", resolveAfterDailyEvaluations);
    }

    private static void within(String key, int value) {
        if (value < 1 || value > 90) {
            throw new IllegalArgumentException("alerts." + key + " must be between 1 and 90, was " + value);
        }
    }
}
