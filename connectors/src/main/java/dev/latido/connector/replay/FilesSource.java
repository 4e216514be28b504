package dev.latido.connector.replay;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.EventFactory;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Files as one source that always reads on in the file furthest behind in event time, so that little has to wait for the
 * others. It makes the watermarks itself, per file, and ends with one at the run's end: the highest time read, or a later
 * instant that was asked for. To be run with parallelism 1 and without a watermark strategy.
 *
 * @param <E> type of the events
 */
public final class FilesSource<E> implements Source<Decoded<E>, FilesSplit, Boolean> {

    /** No later end than the last event's time. */
    public static final long UNTIL_LAST_EVENT = Long.MIN_VALUE;

    private static final long serialVersionUID = 1L;

    private final List<InputFile> files;
    private final EventFactory<E> factory;
    private final long latest;
    private final long until;

    /**
     * A source over the given files.
     *
     * @param latest the latest plausible event time, milliseconds since 1970-01-01 UTC
     * @param until instant up to which time goes on after the last event, milliseconds since 1970-01-01 UTC, or {@link
     *     #UNTIL_LAST_EVENT}; one before an event fails the run
     */
    public FilesSource(List<InputFile> files, EventFactory<E> factory, long latest, long until) {
        this.files = List.copyOf(files);
        this.factory = factory;
        this.latest = latest;
        this.until = until;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Decoded<E>, FilesSplit> createReader(SourceReaderContext context) {
        return new FilesReader<>(files, factory, latest, until, context.metricGroup());
    }

    @Override
    public SplitEnumerator<FilesSplit, Boolean> createEnumerator(SplitEnumeratorContext<FilesSplit> context) {
        return new FilesEnumerator(context, new FilesSplit(new long[files.size()]), false);
    }

    @Override
    public SplitEnumerator<FilesSplit, Boolean> restoreEnumerator(
            SplitEnumeratorContext<FilesSplit> context, Boolean assigned) {
        return new FilesEnumerator(context, new FilesSplit(new long[files.size()]), assigned);
    }

    @Override
    public SimpleVersionedSerializer<FilesSplit> getSplitSerializer() {
        return new FilesSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new FilesEnumerator.CheckpointSerializer();
    }
}
