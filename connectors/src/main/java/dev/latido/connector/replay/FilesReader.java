package dev.latido.connector.replay;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.EventFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** Reads the files of a {@link FilesSource}. */
final class FilesReader<E> implements SourceReader<Decoded<E>, FilesSplit> {

    /** Records between two watermarks: few enough that little waits for one, enough that they cost nothing. */
    private static final int RECORDS_PER_WATERMARK = 64;

    private final List<InputFile> files;
    private final EventFactory<E> factory;
    private final long latest;
    private final long until;
    private final List<FileLane<E>> lanes = new ArrayList<>();
    private final CompletableFuture<Void> hasSplits = new CompletableFuture<>();
    private volatile long bytesRead;
    private @Nullable ReaderOutput<Decoded<E>> connected;
    private long watermark = Long.MIN_VALUE;

    FilesReader(List<InputFile> files, EventFactory<E> factory, long latest, long until, MetricGroup metrics) {
        this.files = files;
        this.factory = factory;
        this.latest = latest;
        this.until = until;
        metrics.addGroup("latido").gauge("replay_read_bytes", (Gauge<Long>) () -> bytesRead);
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<FilesSplit> splits) {
        try {
            for (FilesSplit split : splits) {
                open(split);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hasSplits.complete(null);
    }

    private void open(FilesSplit split) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            FileLane<E> lane = FileLane.open(files.get(i), i, factory, latest);
            lanes.add(lane);
            while (lane.recordsRead() < split.recordsRead(i) && !lane.ended()) {
                lane.read();
            }
        }
    }

    @Override
    public void notifyNoMoreSplits() {
        hasSplits.complete(null);
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return hasSplits;
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Decoded<E>> output) throws IOException {
        if (!hasSplits.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        connect(output);
        for (int i = 0; i < RECORDS_PER_WATERMARK; i++) {
            FileLane<E> lane = furthestBehind();
            if (lane == null) {
                return end(output);
            }
            lane.read();
        }
        advance(output);
        return InputStatus.MORE_AVAILABLE;
    }

    private void connect(ReaderOutput<Decoded<E>> output) {
        if (connected != output) {
            connected = output;
            lanes.forEach(lane -> lane.sendTo(output::collect));
        }
    }

    /** Null when every file has ended. */
    private @Nullable FileLane<E> furthestBehind() {
        FileLane<E> furthest = null;
        for (FileLane<E> lane : lanes) {
            if (!lane.ended() && (furthest == null || lane.highest() < furthest.highest())) {
                furthest = lane;
            }
        }
        return furthest;
    }

    private void advance(ReaderOutput<Decoded<E>> output) throws ReplayFileException {
        requireBeforeTheEnd(highest());
        long reached = Long.MAX_VALUE;
        long position = 0;
        for (FileLane<E> lane : lanes) {
            position += lane.position();
            if (!lane.ended()) {
                reached = Math.min(reached, lane.watermark());
            }
        }
        bytesRead = position;
        if (reached > watermark && reached != Long.MAX_VALUE) {
            watermark = reached;
            output.emitWatermark(new Watermark(reached));
        }
    }

    private InputStatus end(ReaderOutput<Decoded<E>> output) throws ReplayFileException {
        long highest = highest();
        requireBeforeTheEnd(highest);
        if (highest != FileLane.NOTHING_READ) {
            output.emitWatermark(new Watermark(Math.max(highest, until)));
        }
        return InputStatus.END_OF_INPUT;
    }

    private long highest() {
        long highest = FileLane.NOTHING_READ;
        for (FileLane<E> lane : lanes) {
            highest = Math.max(highest, lane.highest());
        }
        return highest;
    }

    private void requireBeforeTheEnd(long highest) throws ReplayFileException {
        if (until != FilesSource.UNTIL_LAST_EVENT && until < highest) {
            throw new ReplayFileException("The end that was asked for, " + Instant.ofEpochMilli(until)
                    + ", is before an event at " + Instant.ofEpochMilli(highest) + ".");
        }
    }

    @Override
    public List<FilesSplit> snapshotState(long checkpointId) {
        return lanes.isEmpty()
                ? List.of()
                : List.of(new FilesSplit(
                        lanes.stream().mapToLong(FileLane::recordsRead).toArray()));
    }

    @Override
    public void close() throws IOException {
        for (FileLane<E> lane : lanes) {
            lane.close();
        }
    }
}
