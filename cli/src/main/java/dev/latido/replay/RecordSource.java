package dev.latido.replay;

import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Records one after the other. */
interface RecordSource {

    /** The next record; null at the end. */
    @Nullable
    SpoolRecord next() throws IOException;

    static RecordSource of(Iterable<SpoolRecord> records) {
        Iterator<SpoolRecord> remaining = records.iterator();
        return () -> remaining.hasNext() ? remaining.next() : null;
    }
}
