package dev.latido.connector.replay;

import dev.latido.connector.file.RecordFile;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.EventFactory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One file of several, as far as it has been read. */
final class FileLane<E> implements Closeable, Consumer<Decoded<E>> {

    static final long NOTHING_READ = Long.MIN_VALUE;

    private final long boundMillis;
    private final RecordFile<E> file;
    private Consumer<Decoded<E>> out = decoded -> {};
    private long recordsRead;
    private long highest = NOTHING_READ;
    private boolean ended;

    private FileLane(long boundMillis, RecordFile<E> file) {
        this.boundMillis = boundMillis;
        this.file = file;
    }

    /** The {@code number}th of the run's files, from 0. */
    static <E> FileLane<E> open(InputFile input, int number, EventFactory<E> factory, long latest)
            throws ReplayFileException {
        try {
            RecordFile<E> file =
                    RecordFile.open(input.source(), Path.of(input.path()), number, input.mapping(), factory, latest);
            return new FileLane<>(input.boundMillis(), file);
        } catch (IOException e) {
            throw new ReplayFileException(e.getMessage() + ".");
        }
    }

    void sendTo(Consumer<Decoded<E>> consumer) {
        out = consumer;
    }

    /** Reads the next record. */
    void read() throws ReplayFileException {
        boolean found;
        try {
            found = file.next(this);
        } catch (IOException e) {
            throw new ReplayFileException(e.getMessage() + ".");
        }
        if (found) {
            recordsRead++;
        } else {
            ended = true;
        }
    }

    @Override
    public void accept(Decoded<E> decoded) {
        if (decoded instanceof Decoded.Event<E> event) {
            highest = Math.max(highest, event.at());
        }
        out.accept(decoded);
    }

    boolean ended() {
        return ended;
    }

    long recordsRead() {
        return recordsRead;
    }

    /** The highest time read; {@link #NOTHING_READ} before the first event. */
    long highest() {
        return highest;
    }

    /** No event to come that is not late is at or before this time. */
    long watermark() {
        return highest == NOTHING_READ ? NOTHING_READ : highest - boundMillis - 1;
    }

    /** Bytes of the file that have been read, as they lie on disk. */
    long position() {
        return file.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
