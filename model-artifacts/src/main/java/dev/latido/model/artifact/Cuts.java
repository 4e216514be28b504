package dev.latido.model.artifact;

import org.jspecify.annotations.Nullable;

/**
 * From which probability on a risk is high, and from which on it is medium: a risk is high or medium when its probability is
 * above the cut.
 *
 * @param high from 0 to 1
 * @param medium from 0 to {@code high}
 * @param chosenFor in words, what they were chosen for; null where nobody chose them
 */
public record Cuts(double high, double medium, @Nullable String chosenFor) {

    /** Those of an artifact that states none. */
    public static final Cuts DEFAULT = new Cuts(0.7, 0.4, null);

    public Cuts {
        if (!(0 <= medium && medium <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "cuts must be 0 <= medium <= high <= 1, but medium is " + medium + " and high is " + high);
        }
    }
}
