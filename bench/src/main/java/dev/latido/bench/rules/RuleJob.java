package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs a way of finding matches as a Flink job in this process, in one slot. */
final class RuleJob {

    /** Events → matches as lines of text. */
    @FunctionalInterface
    interface Search {
        DataStream<String> matches(DataStream<CustomerEvent> events);
    }

    private RuleJob() {}

    static Stopwatch.Run run(Search search, Configuration settings, List<CustomerEvent> events) throws Exception {
        EventsSource.set(events);
        System.gc();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
        search.matches(EventsSource.in(env)).sinkTo(new MatchSink()).name("matches");
        env.execute("rules");
        return Stopwatch.read();
    }

    /** The same for all: what Flink's documentation recommends for RocksDB, timers on the heap, reused objects. */
    static Configuration settings(String backend) {
        return Configuration.fromMap(Map.of(
                "state.backend.type", backend,
                "pipeline.object-reuse", "true",
                "taskmanager.memory.managed.size", "512m",
                "state.backend.rocksdb.predefined-options", "SPINNING_DISK_OPTIMIZED_HIGH_MEM",
                "state.backend.rocksdb.timer-service.factory", "HEAP",
                "pipeline.cep.sharedbuffer.cache.event-slots", "65536",
                "pipeline.cep.sharedbuffer.cache.entry-slots", "65536"));
    }
}
