package dev.latido.replay;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of one stream, sorted by (at, tenant, customer, id), ties in the order of emission.
 *
 * <p>An external merge sort: what does not fit into memory is written to sorted runs beside the spool files, which are
 * deleted as soon as they are read.
 */
final class SortedLines implements Closeable {

    private static final int BUFFER = 1 << 18;

    private final Path spool;
    private final String stream;
    private final long memory;
    private final List<Path> runs = new ArrayList<>();
    private final List<SpoolReader> open = new ArrayList<>();
    private List<SpoolRecord> held = new ArrayList<>();
    private long heldBytes;

    /** @param memory bytes of records that are held at a time */
    SortedLines(Path spool, String stream, long memory) {
        this.spool = spool;
        this.stream = stream;
        this.memory = memory;
    }

    /**
     * Moves the stream's records out of the spool into a file, which is complete from the moment it exists.
     *
     * @return how many different customers they are of
     */
    long moveTo(Path target) throws IOException {
        for (Path file : Spool.filesOf(spool, stream)) {
            take(file);
        }
        held.sort(SpoolRecord.ORDER);

        Path unfinished = spool.resolve(stream + ".jsonl");
        long customers = writeLines(sorted(), unfinished);
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return customers;
    }

    private void take(Path file) throws IOException {
        try (SpoolReader reader = new SpoolReader(file)) {
            for (SpoolRecord next = reader.next(); next != null; next = reader.next()) {
                if (heldBytes + next.size() > memory) {
                    writeRun();
                }
                held.add(next);
                heldBytes += next.size();
            }
        }
        Files.delete(file);
    }

    private void writeRun() throws IOException {
        held.sort(SpoolRecord.ORDER);
        Path run = spool.resolve(stream + ".run-" + runs.size());
        runs.add(run);
        try (OutputStream out = buffered(run)) {
            for (SpoolRecord next : held) {
                next.writeTo(out);
            }
        }
        held = new ArrayList<>();
        heldBytes = 0;
    }

    private RecordSource sorted() throws IOException {
        List<RecordSource> sources = new ArrayList<>();
        for (Path run : runs) {
            SpoolReader reader = new SpoolReader(run);
            open.add(reader);
            sources.add(reader);
        }
        sources.add(RecordSource.of(held));
        return sources.size() == 1 ? sources.get(0) : new Merge(sources);
    }

    private static long writeLines(RecordSource records, Path file) throws IOException {
        Set<String> customers = new HashSet<>();
        try (OutputStream out = buffered(file)) {
            for (SpoolRecord next = records.next(); next != null; next = records.next()) {
                next.writeLineTo(out);
                customers.add(next.owner());
            }
        }
        return customers.size();
    }

    private static OutputStream buffered(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    @Override
    public void close() throws IOException {
        for (SpoolReader reader : open) {
            reader.close();
        }
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }
}
