package dev.latido.customer;

import static dev.latido.customer.BoundedRun.Disturbance.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.customer.BoundedRun.Disturbance;
import dev.latido.event.CustomerEvent;
import dev.latido.reference.ReferenceInput;
import dev.latido.reference.SyntheticStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes nothing in the results of a run, evidence and ids of alerts included. */
class CustomerOperatorPropertyTest {

    private static final int EVENTS = 400;
    private static final int EVENTS_PER_WATERMARK = 16;

    static LongStream seeds() {
        return LongStream.rangeClosed(101, 105);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void orderOfArrivalWithinTheBoundChangesNothing(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.punctual(seed, EVENTS);
        Random random = new Random(seed);
        SyntheticStreams shuffled = Streams.with(
                streams,
                streams.inputs().stream()
                        .map(input -> Streams.shuffled(input, random))
                        .toList());

        assertThat(Streams.events(shuffled)).isNotEqualTo(Streams.events(streams));
        assertThat(run(shuffled)).containsExactlyElementsOf(run(streams));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventTwiceChangesNothingButTheCountOfDuplicates(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.adversarial(seed, EVENTS);
        SyntheticStreams doubled = Streams.with(
                streams,
                streams.inputs().stream()
                        .map(CustomerOperatorPropertyTest::doubled)
                        .toList());

        Outcome once =
                BoundedRun.of(streams.inputs(), streams.until(), Streams.setup(streams), EVENTS_PER_WATERMARK, NONE);
        Outcome twice = new Outcome(
                once.scores(),
                once.alerts(),
                once.lateEvents(),
                once.features(),
                once.applied(),
                once.duplicates() + Streams.events(streams).size(),
                once.late(),
                once.bands());

        assertThat(run(doubled)).containsExactlyElementsOf(twice.lines());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void splittingOverSourcesAndPartitionsChangesNothing(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.punctual(seed, EVENTS);
        List<String> together = run(Streams.with(
                streams,
                List.of(Streams.shuffled(
                        new ReferenceInput("all", Duration.ofMinutes(1), Streams.events(streams)), new Random(seed)))));

        assertThat(run(Streams.with(streams, dealtOut(Streams.events(streams), new Random(seed)))))
                .containsExactlyElementsOf(together);
        assertThat(run(streams)).containsExactlyElementsOf(together);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void howOftenTheWatermarkComesChangesNothing(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.adversarial(seed, EVENTS);

        assertThat(Streams.run(streams, 1).lines())
                .containsExactlyElementsOf(
                        Streams.run(streams, Integer.MAX_VALUE).lines());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void restartsFromCheckpointsChangeNothing(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.adversarial(seed, EVENTS);
        List<String> undisturbed = run(streams);

        assertThat(run(streams, Streams.setup(streams), restarts(seed, 1))).containsExactlyElementsOf(undisturbed);
        assertThat(run(streams, Streams.setup(streams).caching(2), restarts(seed + 1, 1)))
                .containsExactlyElementsOf(undisturbed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rescalingChangesNothing(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.adversarial(seed, EVENTS);
        List<String> undisturbed = run(streams);

        assertThat(run(streams, Streams.setup(streams), restarts(seed, 2))).containsExactlyElementsOf(undisturbed);
        assertThat(run(streams, Streams.setup(streams).caching(2), restarts(seed, 3)))
                .containsExactlyElementsOf(undisturbed);
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102})
    void rocksDbGivesTheSameAsTheHeap(long seed) throws Exception {
        SyntheticStreams streams = SyntheticStreams.adversarial(seed, EVENTS);
        CustomerHarness.Setup setup = Streams.setup(streams);

        List<String> onHeap = run(streams);

        assertThat(run(streams, setup.caching(2).inRocksDb(), NONE)).containsExactlyElementsOf(onHeap);
        assertThat(run(streams, setup.inRocksDb(), restarts(seed, 2))).containsExactlyElementsOf(onHeap);
    }

    /** At about six instants that the seed decides, with one subtask more or less, between 1 and the given number. */
    private static Disturbance restarts(long seed, int mostSubtasks) {
        Random random = new Random(seed);
        return new Disturbance() {
            private int subtasks = 1;

            @Override
            public void after(BoundedRun run, int eventsRead) throws Exception {
                if (random.nextInt(EVENTS / 3) == 0) {
                    subtasks = subtasks % mostSubtasks + 1;
                    run.restart(subtasks);
                }
            }
        };
    }

    private static ReferenceInput doubled(ReferenceInput input) {
        List<CustomerEvent> twice = input.events().stream()
                .flatMap(event -> Stream.of(event, event))
                .toList();
        return new ReferenceInput(input.name(), input.bound(), twice);
    }

    private static List<ReferenceInput> dealtOut(List<CustomerEvent> events, Random random) {
        List<List<CustomerEvent>> hands = new ArrayList<>();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            hands.add(new ArrayList<>());
        }
        events.forEach(event -> hands.get(random.nextInt(hands.size())).add(event));
        return hands.stream()
                .map(hand -> Streams.shuffled(
                        new ReferenceInput(
                                "hand-" + hands.indexOf(hand), Duration.ofSeconds(random.nextInt(7_200)), hand),
                        random))
                .toList();
    }

    private static List<String> run(SyntheticStreams streams) throws Exception {
        return run(streams, Streams.setup(streams), NONE);
    }

    private static List<String> run(SyntheticStreams streams, CustomerHarness.Setup setup, Disturbance disturbance)
            throws Exception {
        return BoundedRun.of(streams.inputs(), streams.until(), setup, EVENTS_PER_WATERMARK, disturbance)
                .lines();
    }
}
