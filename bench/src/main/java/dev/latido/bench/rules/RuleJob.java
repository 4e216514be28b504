package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
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

    static Stopwatch.Run run(Search search, Settings settings, List<CustomerEvent> events) throws Exception {
        EventsSource.set(events);
        System.gc();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings.configuration());
        search.matches(EventsSource.in(env)).sinkTo(new MatchSink()).name("matches");
        env.execute("rules");
        return Stopwatch.read();
    }

    /** The settings that both sides get. */
    enum Settings {
        HEAP(Map.of("state.backend.type", "hashmap")),
        /**
         * The fastest for the rival of those tried: more memory, timers on the heap, Bloom filters, and small write buffers, so
         * that what was deleted is soon gone.
         */
        ROCKSDB(Map.of(
                "state.backend.type", "rocksdb",
                "taskmanager.memory.managed.size", "512m",
                "state.backend.rocksdb.timer-service.factory", "HEAP",
                "state.backend.rocksdb.writebuffer.size", "4mb",
                "state.backend.rocksdb.use-bloom-filter", "true",
                "pipeline.cep.sharedbuffer.cache.event-slots", "65536",
                "pipeline.cep.sharedbuffer.cache.entry-slots", "65536")),
        /** As Flink comes. */
        ROCKSDB_DEFAULTS(Map.of("state.backend.type", "rocksdb"));

        @SuppressWarnings("ImmutableEnumChecker") // made by Map.of, and never given away
        private final Map<String, String> settings;

        Settings(Map<String, String> settings) {
            this.settings = settings;
        }

        Configuration configuration() {
            Configuration configuration = Configuration.fromMap(settings);
            configuration.set(PipelineOptions.OBJECT_REUSE, true);
            return configuration;
        }
    }
}
