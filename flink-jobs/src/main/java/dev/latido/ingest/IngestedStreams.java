package dev.latido.ingest;

import dev.latido.event.CustomerInput;
import dev.latido.event.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What has come into the job: what customers are made of, and what could not be read. */
public record IngestedStreams(DataStream<CustomerInput> inputs, DataStream<DeadLetter> deadLetters) {

    public IngestedStreams union(IngestedStreams other) {
        return new IngestedStreams(inputs.union(other.inputs), deadLetters.union(other.deadLetters));
    }
}
