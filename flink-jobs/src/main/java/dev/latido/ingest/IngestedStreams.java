package dev.latido.ingest;

import dev.latido.event.CustomerInput;
import dev.latido.event.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What has come into the job: what customers are made of, and what could not be read.
 *
 * @param firstPlaces in the same time as the inputs, nothing but the place of each event of a subtask that is lower than
 *     those before it
 */
public record IngestedStreams(
        DataStream<CustomerInput> inputs, DataStream<Long> firstPlaces, DataStream<DeadLetter> deadLetters) {

    public IngestedStreams union(IngestedStreams other) {
        return new IngestedStreams(
                inputs.union(other.inputs), firstPlaces.union(other.firstPlaces), deadLetters.union(other.deadLetters));
    }
}
