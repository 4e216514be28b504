package dev.latido.watch.tally;

import static java.util.Objects.requireNonNull;

import dev.latido.model.artifact.Reference.Histogram;
import dev.latido.model.evaluation.QuantileBins;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A feature or the score, as it was spread over its bins when the model was trained.
 *
 * @param expected rows per bin, the one of missing values last; zeros where it is not known
 */
public record ReferenceVariable(String name, QuantileBins bins, Counts expected) {

    public ReferenceVariable {
        requireNonNull(name, "name");
        if (expected.size() != bins.count()) {
            throw new IllegalArgumentException(
                    name + " has " + bins.count() + " bins, but rows for " + expected.size());
        }
    }

    static ReferenceVariable of(Histogram histogram) {
        return new ReferenceVariable(histogram.name(), histogram.bins(), rows(histogram));
    }

    static Counts rows(Histogram histogram) {
        return Counts.of(histogram.counts().stream().mapToLong(Long::longValue).toArray());
    }

    public int size() {
        return expected.size();
    }

    /** Whether there is anything to compare with. */
    public boolean isKnown() {
        return expected.total() > 0;
    }

    void write(StateWriter out) {
        out.text(name).number(bins.edges().size());
        bins.edges().forEach(edge -> out.number(Integer.toUnsignedLong(Float.floatToIntBits(edge))));
        expected.write(out);
    }

    static ReferenceVariable read(StateReader in) {
        String name = in.text();
        List<Float> edges = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            edges.add(Float.intBitsToFloat((int) in.number()));
        }
        return new ReferenceVariable(name, new QuantileBins(edges), Counts.read(in, ReferenceBins.MOST_BINS));
    }
}
