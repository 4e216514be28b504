package dev.latido.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.reference.OtherReading;
import dev.latido.reference.ReferenceHealth;
import dev.latido.reference.ReferenceResult;
import dev.latido.reference.ReferenceSettings;
import dev.latido.reference.SyntheticStreams;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the operators of the job, line by line, with a reading of the contract that shares no code with them. */
class CustomerOperatorReferenceTest {

    static LongStream adversarialSeeds() {
        return LongStream.rangeClosed(1, 40);
    }

    static LongStream otherSeeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest
    @MethodSource("adversarialSeeds")
    void everyLineFollowsFromTheContract(long seed) throws Exception {
        assertSame(SyntheticStreams.adversarial(seed, 600), seed);
    }

    @ParameterizedTest
    @MethodSource("otherSeeds")
    void everyLineFollowsFromTheContractWhereNothingIsLate(long seed) throws Exception {
        assertSame(SyntheticStreams.punctual(seed, 600), seed);
    }

    @ParameterizedTest
    @MethodSource("otherSeeds")
    void everyLineFollowsFromTheContractWhereManyUsersShareACustomer(long seed) throws Exception {
        assertSame(SyntheticStreams.crowded(seed, 800), seed);
    }

    private static void assertSame(SyntheticStreams streams, long seed) throws Exception {
        ReferenceSettings settings =
                ReferenceSettings.of(streams.catalogue()).readingOtherwise(OtherReading.RESOLUTION_STARTS_ANEW);
        ReferenceResult expected = ReferenceHealth.run(streams.inputs(), streams.until(), settings);

        Outcome outcome = Streams.run(streams, 1 + (int) (seed % 64));

        assertThat(outcome.comparable().lines()).containsExactlyElementsOf(expected.lines());
    }
}
