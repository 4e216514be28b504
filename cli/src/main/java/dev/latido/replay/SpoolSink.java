package dev.latido.replay;

import dev.latido.connector.record.Publication;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Writes publications into a spool directory, from which {@link SortedLines} makes the result files.
 *
 * <p>State: none; a job that restarts begins its spool anew, so a bounded run must start from its beginning.
 */
public final class SpoolSink implements Sink<Publication> {

    private final String directory;

    public SpoolSink(Path directory) {
        this.directory = directory.toString();
    }

    @Override
    public SinkWriter<Publication> createWriter(WriterInitContext context) {
        int subtask = context.getTaskInfo().getIndexOfThisSubtask();
        return new Writer(new Spool(Path.of(directory), subtask));
    }

    /** One subtask's writer. */
    private record Writer(Spool spool) implements SinkWriter<Publication> {

        @Override
        public void write(Publication publication, Context context) throws IOException {
            spool.append(publication);
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            spool.flush();
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }
    }
}
