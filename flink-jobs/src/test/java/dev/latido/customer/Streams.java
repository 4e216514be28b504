package dev.latido.customer;

import dev.latido.customer.BoundedRun.Disturbance;
import dev.latido.event.CustomerEvent;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.reference.ReferenceInput;
import dev.latido.reference.SyntheticStreams;
import dev.latido.testing.ShippedPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Runs of made-up streams, and what can be done to a stream. */
final class Streams {

    private Streams() {}

    static Outcome run(SyntheticStreams streams, int eventsPerWatermark) throws Exception {
        return BoundedRun.of(streams.inputs(), streams.until(), setup(streams), eventsPerWatermark, Disturbance.NONE);
    }

    /** The shipped settings with the streams' catalogue. */
    static CustomerHarness.Setup setup(SyntheticStreams streams) {
        CustomerPolicy shipped = ShippedPolicy.POLICY;
        HealthConfig health = new HealthConfig(shipped.health().scorecard(), new Catalogue(streams.catalogue()));
        return CustomerHarness.Setup.REPLAY.with(new CustomerPolicy(
                health, shipped.alerts(), shipped.duplicates(), shipped.rules(), shipped.features(), shipped.models()));
    }

    static SyntheticStreams with(SyntheticStreams streams, List<ReferenceInput> inputs) {
        return new SyntheticStreams(inputs, streams.catalogue(), streams.until());
    }

    static List<CustomerEvent> events(SyntheticStreams streams) {
        return streams.inputs().stream()
                .flatMap(input -> input.events().stream())
                .toList();
    }

    /** The events in another order, in which none is late by the bound. */
    static ReferenceInput shuffled(ReferenceInput input, Random random) {
        record Read(CustomerEvent event, long at) {}
        List<Read> reads = new ArrayList<>();
        for (CustomerEvent event : input.events()) {
            long delay = random.nextLong(input.bound().toMillis() + 1);
            reads.add(new Read(event, event.at().toEpochMilli() + delay));
        }
        return new ReferenceInput(
                input.name(),
                input.bound(),
                reads.stream()
                        .sorted(Comparator.comparingLong(Read::at))
                        .map(Read::event)
                        .toList());
    }
}
