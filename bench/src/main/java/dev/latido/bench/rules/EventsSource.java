package dev.latido.bench.rules;

import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.CustomerEventCodec;
import dev.latido.event.CustomerEvent;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Events that are in memory as a bounded source of a job in this process; the time starts with the first one. */
final class EventsSource {

    /** So many events come between two watermarks: in a job of 10,000 events a second ten watermarks a second. */
    private static final int EVENTS_PER_WATERMARK = 1_000;

    private static volatile List<CustomerEvent> events = List.of();

    private EventsSource() {}

    static void set(List<CustomerEvent> those) {
        events = those;
    }

    static DataStream<CustomerEvent> in(StreamExecutionEnvironment env) {
        WatermarkStrategy<CustomerEvent> watermarks = WatermarkStrategy.<CustomerEvent>forGenerator(
                        context -> new EveryThousandth())
                .withTimestampAssigner((event, before) -> event.at().toEpochMilli());
        return env.fromSequence(0, events.size() - 1)
                .map(EventsSource::event)
                .returns(new CodecTypeInformation<>(CustomerEventCodec.INSTANCE))
                .assignTimestampsAndWatermarks(watermarks);
    }

    private static CustomerEvent event(long index) {
        if (index == 0) {
            Stopwatch.start();
        }
        return events.get((int) index);
    }

    /** Watermarks by the count of events, not by the clock, so that each side gets the same ones. */
    private static final class EveryThousandth implements WatermarkGenerator<CustomerEvent> {

        private long highest = Long.MIN_VALUE;
        private int since;

        @Override
        public void onEvent(CustomerEvent event, long at, WatermarkOutput output) {
            highest = Math.max(highest, at);
            since++;
            if (since == EVENTS_PER_WATERMARK) {
                since = 0;
                output.emitWatermark(new Watermark(highest - EventStream.BOUND.toMillis() - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
