package dev.latido.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink into memory. Each has its own, which the copies that Flink makes of it share.
 *
 * @param <T> what is collected
 */
public final class Collected<T> implements Sink<T> {

    private static final long serialVersionUID = 1L;

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Map<Integer, List<Object>> MEMORIES = new ConcurrentHashMap<>();

    private final int number = NUMBERS.incrementAndGet();

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        return new Writer<>(memory());
    }

    /** What has been written, in order; with several subtasks, each one's own order. */
    @SuppressWarnings("unchecked") // only writers of T write here
    public List<T> values() {
        return (List<T>) List.copyOf(memory());
    }

    private List<Object> memory() {
        return MEMORIES.computeIfAbsent(number, key -> new CopyOnWriteArrayList<>());
    }

    /** One subtask's writer. */
    private record Writer<T>(List<Object> memory) implements SinkWriter<T> {

        @Override
        public void write(T value, Context context) {
            memory.add(value);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
