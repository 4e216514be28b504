package dev.latido.model.artifact;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a model predicts.
 *
 * @param name of what is to come true, such as {@code churn}, or of the column that says so
 * @param horizonDays within how many days; null where there is no such time
 * @param positive the value of the column that is predicted; null where the label is no column
 * @param unit of an amount; null where the label is none
 */
public record Label(
        String name,
        @Nullable Integer horizonDays,
        @Nullable String positive,
        @Nullable String unit) {

    public Label {
        requireNonNull(name, "label.name is missing");
        if (horizonDays != null && horizonDays < 1) {
            throw new IllegalArgumentException("label.horizonDays is " + horizonDays + ", but must be at least 1");
        }
    }

    /** What comes true, or does not, within some days. */
    public static Label within(String name, int horizonDays) {
        return new Label(name, horizonDays, null, null);
    }
}
