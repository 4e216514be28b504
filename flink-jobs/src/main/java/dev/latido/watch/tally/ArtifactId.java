package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which artifact of a model it is.
 *
 * @param model the model's name
 * @param version as people call it
 * @param sha256 of the artifact, in hex digits: all 64, or the first {@value #SHORT} where it is remembered of each customer
 */
public record ArtifactId(String model, String version, String sha256) implements Comparable<ArtifactId> {

    static final int SHORT = 16;

    private static final Comparator<ArtifactId> ORDER = Comparator.comparing(ArtifactId::model)
            .thenComparing(ArtifactId::sha256)
            .thenComparing(ArtifactId::version);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16}([0-9a-f]{48})?");

    public ArtifactId {
        requireNonNull(model, "model");
        requireNonNull(version, "version");
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("the hash of an artifact has 64 hex digits, not \"" + sha256 + '"');
        }
    }

    /** The beginning of the hash as a number. */
    long hash() {
        return Long.parseUnsignedLong(sha256.substring(0, SHORT), 16);
    }

    /** The same artifact by the beginning of its hash. */
    static ArtifactId ofHash(String model, String version, long hash) {
        return new ArtifactId(model, version, String.format(Locale.ROOT, "%0" + SHORT + "x", hash));
    }

    /** By model, then by hash. */
    @Override
    public int compareTo(ArtifactId other) {
        return ORDER.compare(this, other);
    }

    public void write(StateWriter out) {
        out.text(model).text(version).text(sha256);
    }

    public static ArtifactId read(StateReader in) {
        return new ArtifactId(in.text(), in.text(), in.text());
    }
}
