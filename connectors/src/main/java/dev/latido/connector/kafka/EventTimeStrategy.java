package dev.latido.connector.kafka;

import dev.latido.connector.record.Decoded;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * Event time of decoded records: each partition is out of order by at most its source's bound. Only events move it on or
 * count as activity; what is ignored or rejected has no say.
 *
 * @param <E> type of the events
 */
public final class EventTimeStrategy<E> implements WatermarkStrategy<Decoded<E>> {

    private static final long serialVersionUID = 1L;

    private final Map<String, Long> boundMillis;
    private final Duration idleAfter;

    private EventTimeStrategy(Map<String, Long> boundMillis, Duration idleAfter) {
        this.boundMillis = boundMillis;
        this.idleAfter = idleAfter;
    }

    /**
     * The strategy of ordinary sources. A partition without events for {@code idleAfter}, while it could have been read,
     * does not hold the others back. Aligned with others by {@link #withWatermarkAlignment(String, Duration)}.
     *
     * @param boundMillis for every source, how far an event may be behind the latest before it, in milliseconds
     */
    public static <E> WatermarkStrategy<Decoded<E>> bounded(Map<String, Long> boundMillis, Duration idleAfter) {
        if (idleAfter.isNegative() || idleAfter.isZero()) {
            throw new IllegalArgumentException("A partition is idle after more than 0 s, not " + idleAfter);
        }
        return new EventTimeStrategy<>(Map.copyOf(boundMillis), idleAfter);
    }

    /** The strategy of sources that say little: they never hold the others back, and never move them on. */
    public static <E> WatermarkStrategy<Decoded<E>> sparse() {
        return WatermarkStrategy.<Decoded<E>>forGenerator(context -> new AlwaysIdle<>())
                .withTimestampAssigner(EventTimeStrategy::eventTime);
    }

    @Override
    public WatermarkGenerator<Decoded<E>> createWatermarkGenerator(WatermarkGeneratorSupplier.Context context) {
        WatermarkGenerator<Decoded<E>> watermarks = new WatermarksWithIdleness<>(
                new BoundedBySource<>(boundMillis), idleAfter, context.getInputActivityClock());
        return new OnlyEvents<>(watermarks);
    }

    @Override
    public TimestampAssigner<Decoded<E>> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
        return EventTimeStrategy::eventTime;
    }

    private static <E> long eventTime(Decoded<E> decoded, long recordTimestamp) {
        return decoded instanceof Decoded.Event<E> event ? event.at() : recordTimestamp;
    }

    /** Passes events on, and nothing else. */
    private record OnlyEvents<E>(WatermarkGenerator<Decoded<E>> watermarks) implements WatermarkGenerator<Decoded<E>> {

        @Override
        public void onEvent(Decoded<E> decoded, long timestamp, WatermarkOutput output) {
            if (decoded instanceof Decoded.Event<E>) {
                watermarks.onEvent(decoded, timestamp, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            watermarks.onPeriodicEmit(output);
        }
    }

    /** One millisecond and the source's bound behind the latest event. */
    private static final class BoundedBySource<E> implements WatermarkGenerator<Decoded<E>> {

        private final Map<String, Long> boundMillis;
        private long watermark = Long.MIN_VALUE;

        BoundedBySource(Map<String, Long> boundMillis) {
            this.boundMillis = boundMillis;
        }

        @Override
        public void onEvent(Decoded<E> decoded, long timestamp, WatermarkOutput output) {
            String source = decoded.origin().source();
            Long bound = boundMillis.get(source);
            if (bound == null) {
                throw new IllegalStateException("No bound is set for the source " + source);
            }
            watermark = Math.max(watermark, timestamp - bound - 1);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(new Watermark(watermark));
        }
    }

    /** Idle from the first moment on. */
    private static final class AlwaysIdle<E> implements WatermarkGenerator<Decoded<E>> {

        @Override
        public void onEvent(Decoded<E> decoded, long timestamp, WatermarkOutput output) {
            // Events of a sparse source do not move the time.
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.markIdle();
        }
    }
}
