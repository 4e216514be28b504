package dev.latido.watch.tally;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** What a subtask of customers tells the watch over models; tallies of the same thing add up, in any order. */
public sealed interface ModelTally permits ScoreTally, LabelTally {

    ArtifactId artifact();

    void write(StateWriter out);

    /** The tally as bytes, of which the first one says what it is. */
    default byte[] toBytes() {
        StateWriter out = new StateWriter(0);
        out.number(this instanceof ScoreTally ? ScoreTally.TAG : LabelTally.TAG);
        write(out);
        return out.toBytes();
    }

    /** Reads what {@link #toBytes} wrote; refuses other bytes with an {@link IllegalStateException}. */
    static ModelTally of(byte[] bytes) {
        StateReader in = new StateReader(bytes, 0);
        long tag = in.number();
        if (tag == ScoreTally.TAG) {
            return ScoreTally.read(in);
        }
        if (tag == LabelTally.TAG) {
            return LabelTally.read(in);
        }
        throw new IllegalStateException("unknown form " + tag + " of a tally");
    }
}
