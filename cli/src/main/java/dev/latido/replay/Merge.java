package dev.latido.replay;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Sorted sources as one sorted source; of equal records, those of an earlier source come first. */
final class Merge implements RecordSource {

    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparing(Head::first, SpoolRecord.ORDER).thenComparingInt(Head::rank));

    Merge(List<? extends RecordSource> sources) throws IOException {
        for (int rank = 0; rank < sources.size(); rank++) {
            add(sources.get(rank), rank);
        }
    }

    @Override
    public @Nullable SpoolRecord next() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        add(head.source, head.rank);
        return head.first;
    }

    private void add(RecordSource source, int rank) throws IOException {
        SpoolRecord first = source.next();
        if (first != null) {
            heads.add(new Head(first, rank, source));
        }
    }

    /** A source and the record it has given last. */
    private record Head(SpoolRecord first, int rank, RecordSource source) {}
}
