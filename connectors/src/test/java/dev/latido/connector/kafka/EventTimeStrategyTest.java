package dev.latido.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class EventTimeStrategyTest {

    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ManualClock inputActivity = new ManualClock(1);
    private final List<String> said = new ArrayList<>();

    private WatermarkStrategy<Decoded<String>> strategy =
            EventTimeStrategy.bounded(Map.of("segment", 5_000L, "stripe", 60_000L), IDLE);

    @Test
    void theWatermarkIsTheBoundOfTheSourceAndAMillisecondBehindTheLatestEvent() {
        var clicks = generator();
        read(clicks, event("segment", 100_000));
        read(clicks, event("segment", 90_000));
        emit(clicks);

        var bills = generator();
        read(bills, event("stripe", 100_000));
        emit(bills);

        assertThat(said).containsExactly("94999", "39999");
    }

    @Test
    void onlyEventsMoveTheTimeOn() {
        var generator = generator();
        read(generator, event("segment", 100_000));
        read(generator, rejected());
        read(generator, new Decoded.Ignored<>(origin("segment")));
        emit(generator);

        assertThat(said).containsExactly("94999");
    }

    @Test
    void aPartitionWithoutEventsIsIdleAfterTheSetTimeAndActiveWithTheNextEvent() {
        var generator = generator();
        read(generator, event("segment", 100_000));
        emit(generator);
        silence(generator, IDLE.plusSeconds(1));
        read(generator, event("segment", 200_000));
        emit(generator);

        assertThat(said).containsExactly("94999", "94999", "idle", "194999");
    }

    @Test
    void whatIsIgnoredOrRejectedIsNoActivity() {
        var generator = generator();
        read(generator, event("segment", 100_000));
        emit(generator);
        emit(generator);
        inputActivity.advanceTime(IDLE.plusSeconds(1));
        read(generator, rejected());
        read(generator, new Decoded.Ignored<>(origin("segment")));
        emit(generator);

        assertThat(said).endsWith("idle");
    }

    @Test
    void timeInWhichAPartitionCouldNotBeReadDoesNotMakeItIdle() {
        var generator = generator();
        read(generator, event("segment", 100_000));
        emit(generator);
        emit(generator);
        emit(generator);

        assertThat(said).containsExactly("94999", "94999", "94999");
    }

    @Test
    void sparseSourcesAreAlwaysIdle() {
        strategy = EventTimeStrategy.sparse();
        var generator = generator();
        emit(generator);
        read(generator, event("segment", 100_000));
        emit(generator);

        assertThat(said).containsExactly("idle", "idle");
    }

    @Test
    void theTimestampOfAnEventIsItsTime() {
        for (WatermarkStrategy<Decoded<String>> any : List.of(strategy, EventTimeStrategy.<String>sparse())) {
            var timestamps = any.createTimestampAssigner(() -> null);
            assertThat(timestamps.extractTimestamp(event("segment", 7), 1)).isEqualTo(7);
            assertThat(timestamps.extractTimestamp(rejected(), 1)).isEqualTo(1);
        }
    }

    @Test
    void alignmentKeepsTheStrategy() {
        strategy = strategy.withWatermarkAlignment("events", Duration.ofHours(1));
        var generator = generator();
        read(generator, event("segment", 100_000));
        emit(generator);

        assertThat(said).containsExactly("94999");
        assertThat(strategy.getAlignmentParameters().isEnabled()).isTrue();
    }

    @Test
    void aPartitionCannotBeIdleAtOnce() {
        assertThatThrownBy(() -> EventTimeStrategy.bounded(Map.of(), Duration.ZERO))
                .hasMessage("A partition is idle after more than 0 s, not PT0S");
    }

    private void silence(WatermarkGenerator<Decoded<String>> generator, Duration length) {
        emit(generator);
        inputActivity.advanceTime(length);
        emit(generator);
    }

    private void read(WatermarkGenerator<Decoded<String>> generator, Decoded<String> decoded) {
        long at = strategy.createTimestampAssigner(() -> null).extractTimestamp(decoded, Long.MAX_VALUE);
        generator.onEvent(decoded, at, output);
    }

    private void emit(WatermarkGenerator<Decoded<String>> generator) {
        generator.onPeriodicEmit(output);
    }

    private WatermarkGenerator<Decoded<String>> generator() {
        return strategy.createWatermarkGenerator(new WatermarkGeneratorSupplier.Context() {
            @Override
            public MetricGroup getMetricGroup() {
                throw new UnsupportedOperationException();
            }

            @Override
            public RelativeClock getInputActivityClock() {
                return inputActivity;
            }
        });
    }

    private static Decoded<String> event(String source, long at) {
        return new Decoded.Event<>(origin(source), "event", at);
    }

    private static Decoded<String> rejected() {
        return Decoded.Rejected.of(origin("segment"), "not good", new byte[0]);
    }

    private static Origin origin(String source) {
        return new Origin(source, "topic", 0, 0);
    }

    private final WatermarkOutput output = new WatermarkOutput() {
        @Override
        public void emitWatermark(Watermark watermark) {
            said.add(Long.toString(watermark.getTimestamp()));
        }

        @Override
        public void markIdle() {
            said.add("idle");
        }

        @Override
        public void markActive() {
            said.add("active");
        }
    };
}
