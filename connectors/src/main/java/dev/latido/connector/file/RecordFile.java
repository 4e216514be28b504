package dev.latido.connector.file;

import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.mapping.MappingDecoder;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.EventFactory;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.record.Origin;
import dev.latido.connector.scan.RowBoundary;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A file of records that are decoded one after the other: JSON lines or CSV with a header, plain or gzip (told by its first
 * bytes). Blank lines are no records.
 *
 * @param <E> type of the events
 */
public final class RecordFile<E> implements Closeable {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String source;
    private final Path file;
    private final long latest;
    private final long size;
    private final MappingDecoder<E> decoder;
    private final CountedInput raw;
    private final InputStream in;
    private final RecordBuffer records;
    private final int fileNumber;
    private long number;

    private RecordFile(String source, Path file, int fileNumber, Mapping mapping, EventFactory<E> factory, long latest)
            throws IOException {
        this.source = source;
        this.file = file;
        this.fileNumber = fileNumber;
        this.latest = latest;
        this.size = Files.size(file);
        this.decoder = new MappingDecoder<>(mapping, factory);
        this.raw = new CountedInput(Files.newInputStream(file));
        boolean csv = mapping.format() == Mapping.Format.CSV;
        this.in = opened(raw, file.toString(), csv);
        this.records = new RecordBuffer(
                in, csv ? RowBoundary.ofCsv() : RowBoundary.ofLines(), MappingDecoder.MAX_RECORD_BYTES);
    }

    /**
     * Opens a file.
     *
     * @param source name of the source that its records belong to
     * @param fileNumber tells files of one run apart, from 0; the partition in the origin of its records
     * @param latest the latest plausible event time, milliseconds since 1970-01-01 UTC
     * @throws IOException with one sentence that names the file
     */
    public static <E> RecordFile<E> open(
            String source, Path file, int fileNumber, Mapping mapping, EventFactory<E> factory, long latest)
            throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory, not a file of records");
        }
        RecordFile<E> opened;
        try {
            opened = new RecordFile<>(source, file, fileNumber, mapping, factory, latest);
        } catch (NoSuchFileException e) {
            throw new IOException(file + " does not exist", e);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be read: permission denied", e);
        }
        if (mapping.format() == Mapping.Format.CSV) {
            opened.readHeader();
        }
        return opened;
    }

    /**
     * Decodes the next record and gives its results, one or more; false at the end.
     *
     * @throws IOException with one sentence that names the file
     */
    public boolean next(Consumer<? super Decoded<E>> out) throws IOException {
        do {
            if (!records.advance()) {
                return false;
            }
        } while (records.isBlank());
        Origin origin = new Origin(source, String.valueOf(file.getFileName()), fileNumber, ++number);
        if (records.isGiant()) {
            out.accept(giant(origin));
        } else {
            decoder.decode(records.bytes(), records.from(), records.to(), origin, latest, out);
        }
        return true;
    }

    /** Bytes of the file that have been read so far. */
    public long position() {
        return raw.count();
    }

    /** Bytes that the file had when it was opened. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void readHeader() throws IOException {
        try {
            if (records.advance()) {
                decoder.header(records.bytes(), records.from(), records.to());
            }
        } catch (InvalidRecordException e) {
            in.close();
            throw new IOException(file + " has no usable header: " + e.getMessage(), e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private Decoded<E> giant(Origin origin) {
        String payload = Base64.getEncoder().encodeToString(records.bytes());
        int length = (int) Math.min(records.length(), Integer.MAX_VALUE);
        return new Decoded.Rejected<>(origin, MappingDecoder.TOO_LONG, payload, length);
    }

    private static InputStream opened(InputStream raw, String file, boolean csv) throws IOException {
        try {
            InputStream plain = plain(raw, file);
            return csv ? withoutByteOrderMark(plain) : plain;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream plain(InputStream raw, String file) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(raw, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean gzip = magic.length == 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B;
        return gzip ? new GzipInput(peeked, file) : peeked;
    }

    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] first = peeked.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            peeked.unread(first);
        }
        return peeked;
    }
}
