package dev.latido.control;

import dev.latido.change.Request;
import dev.latido.event.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What was read of topics of changes. */
public record RequestStreams(DataStream<Request> requests, DataStream<DeadLetter> deadLetters) {

    public RequestStreams union(RequestStreams other) {
        return new RequestStreams(requests.union(other.requests), deadLetters.union(other.deadLetters));
    }
}
