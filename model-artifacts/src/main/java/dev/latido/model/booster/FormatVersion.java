package dev.latido.model.booster;

import java.util.Comparator;

/** The version of XGBoost that wrote a model. */
record FormatVersion(int major, int minor, int patch) {

    private static final Comparator<FormatVersion> ORDER = Comparator.comparingInt(FormatVersion::major)
            .thenComparingInt(FormatVersion::minor)
            .thenComparingInt(FormatVersion::patch);

    private static final FormatVersion FIRST = new FormatVersion(1, 0, 0);
    private static final FormatVersion FIRST_UNKNOWN = new FormatVersion(3, 5, 0);

    static FormatVersion read(Field model) throws UnusableModelException {
        Numbers numbers = model.field("version").numbers(3);
        FormatVersion version = new FormatVersion((int) numbers.get(0), (int) numbers.get(1), (int) numbers.get(2));
        if (!version.isAtLeast(FIRST) || version.isAtLeast(FIRST_UNKNOWN)) {
            throw new UnusableModelException(
                    "The model was written by XGBoost " + version + ", and models of versions 1.0 to 3.4 can be read.");
        }
        return version;
    }

    boolean isAtLeast(FormatVersion other) {
        return ORDER.compare(this, other) >= 0;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
