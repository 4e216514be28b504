package dev.latido.bench.rules;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Takes the matches of a job in this process, and stops the time after the last one. */
final class MatchSink implements Sink<String> {

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<String> createWriter(WriterInitContext context) {
        return new Writer();
    }

    /** The only subtask's writer. */
    private static final class Writer implements SinkWriter<String> {

        @Override
        public void write(String match, Context context) {
            Stopwatch.found(match);
        }

        @Override
        public void flush(boolean endOfInput) {
            if (endOfInput) {
                Stopwatch.stop();
            }
        }

        @Override
        public void close() {}
    }
}
