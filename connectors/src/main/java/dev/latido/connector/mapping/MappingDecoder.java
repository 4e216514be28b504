package dev.latido.connector.mapping;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.mapping.Mapping.Batch;
import dev.latido.connector.mapping.Mapping.Format;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.EventFactory;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.RecordDecoder;
import dev.latido.connector.scan.CsvScanner;
import dev.latido.connector.scan.JsonScanner;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.RowBoundary;
import dev.latido.connector.scan.Values;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes records as a mapping says.
 *
 * <p>A JSON record is one document. A CSV record that comes alone (in a topic) is a small table: a header, then rows that
 * are the elements of a batch; in a file the header is given once by {@link #header}, and each row is a record.
 *
 * @param <E> type of the events
 */
public final class MappingDecoder<E> implements RecordDecoder<E> {

    /** Longest record that is read. */
    public static final int MAX_RECORD_BYTES = 1024 * 1024;

    /** Why a longer record is rejected. */
    public static final String TOO_LONG = "document over 1 MiB";

    private final Format format;
    private final @Nullable Batch batch;
    private final PointerTree tree = new PointerTree();
    private final int batchSlot;
    private final EventReader<E> reader;
    private final JsonScanner json = new JsonScanner();
    private final CsvScanner csv = new CsvScanner();
    private final RecordId recordId = new RecordId();
    private final Values document;
    private final Values element;

    public MappingDecoder(Mapping mapping, EventFactory<E> factory) {
        format = mapping.format();
        batch = mapping.batch();
        reader = new EventReader<>(mapping, tree, requireNonNull(factory, "factory"));
        batchSlot = batch == null ? PointerTree.ROOT_SLOT : tree.slot(batch.pointer());
        if (batch != null) {
            tree.elements(batch.pointer());
        }
        document = new Values(tree.slots());
        element = new Values(tree.slots());
    }

    @Override
    public void decode(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<E>> out) {
        if (format == Format.CSV && payload.length <= MAX_RECORD_BYTES) {
            table(payload, origin, latest, out);
        } else {
            decode(payload, 0, payload.length, origin, latest, out);
        }
    }

    /** Takes the names of the columns from the header of a CSV file, given without its line end. */
    public void header(byte[] bytes, int from, int to) throws InvalidRecordException {
        csv.header(bytes, from, to, tree);
    }

    /** Decodes the JSON document, or the row below the {@link #header}, that is in {@code [from, to)}. */
    public void decode(byte[] bytes, int from, int to, Origin origin, long latest, Consumer<? super Decoded<E>> out) {
        recordId.of(bytes, from, to);
        if (to - from > MAX_RECORD_BYTES) {
            out.accept(rejected(origin, TOO_LONG, bytes, from, to));
        } else if (format == Format.CSV) {
            out.accept(row(bytes, from, to, origin, latest, RecordId.NO_INDEX));
        } else {
            document(bytes, from, to, origin, latest, out);
        }
    }

    private void document(
            byte[] bytes, int from, int to, Origin origin, long latest, Consumer<? super Decoded<E>> out) {
        Decoded<E> single;
        try {
            json.scan(bytes, from, to, tree, document);
            if (batch != null && document.isArray(batchSlot)) {
                elements(bytes, origin, latest, out);
                return;
            }
            refuseOtherThanBatch();
            single = event(document, origin, latest, RecordId.NO_INDEX);
        } catch (InvalidRecordException e) {
            single = rejected(origin, e.getMessage(), bytes, from, to);
        }
        out.accept(single);
    }

    private void refuseOtherThanBatch() throws InvalidRecordException {
        if (batch == null) {
            return;
        }
        boolean single =
                batchSlot == PointerTree.ROOT_SLOT ? document.isObject(batchSlot) : !document.exists(batchSlot);
        if (!single || !batch.orSingle()) {
            String problem = document.isPresent(batchSlot) ? "batch is not an array" : "missing batch";
            throw new InvalidRecordException(problem + " (" + batch.pointer() + ")");
        }
    }

    private void elements(byte[] bytes, Origin origin, long latest, Consumer<? super Decoded<E>> out) {
        int count = document.elements();
        if (count == 0) {
            out.accept(new Decoded.Ignored<>(origin));
        }
        for (int index = 0; index < count; index++) {
            int from = document.elementStart(index);
            int to = document.elementEnd(index);
            Decoded<E> decoded;
            try {
                json.scan(bytes, from, to, tree, element);
                decoded = event(element, origin, latest, index);
            } catch (InvalidRecordException e) {
                decoded = rejected(origin, e.getMessage(), bytes, from, to);
            }
            out.accept(decoded);
        }
    }

    private Decoded<E> event(Values values, Origin origin, long latest, int index) throws InvalidRecordException {
        if (!values.isObject(PointerTree.ROOT_SLOT)) {
            throw new InvalidRecordException("not a JSON object");
        }
        return reader.read(values, origin, latest, recordId, index);
    }

    private void table(byte[] payload, Origin origin, long latest, Consumer<? super Decoded<E>> out) {
        recordId.of(payload, 0, payload.length);
        RowBoundary boundary = RowBoundary.ofCsv();
        int headerEnd = boundary.find(payload, 0, payload.length);
        int from = headerEnd < 0 ? payload.length : headerEnd + 1;
        try {
            csv.header(payload, 0, withoutLineEnd(payload, 0, headerEnd < 0 ? payload.length : headerEnd), tree);
        } catch (InvalidRecordException e) {
            out.accept(rejected(origin, e.getMessage(), payload, 0, payload.length));
            return;
        }
        int index = 0;
        while (from < payload.length) {
            int lineFeed = boundary.find(payload, from, payload.length);
            int to = withoutLineEnd(payload, from, lineFeed < 0 ? payload.length : lineFeed);
            if (to > from) {
                out.accept(row(payload, from, to, origin, latest, index++));
            }
            from = lineFeed < 0 ? payload.length : lineFeed + 1;
        }
        if (index == 0) {
            out.accept(new Decoded.Ignored<>(origin));
        }
    }

    private Decoded<E> row(byte[] bytes, int from, int to, Origin origin, long latest, int index) {
        try {
            csv.row(bytes, from, to, document);
            return reader.read(document, origin, latest, recordId, index);
        } catch (InvalidRecordException e) {
            return rejected(origin, e.getMessage(), bytes, from, to);
        }
    }

    private static int withoutLineEnd(byte[] bytes, int from, int to) {
        return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    private static <E> Decoded<E> rejected(Origin origin, @Nullable String reason, byte[] bytes, int from, int to) {
        return Decoded.Rejected.of(origin, String.valueOf(reason), Arrays.copyOfRange(bytes, from, to));
    }
}
