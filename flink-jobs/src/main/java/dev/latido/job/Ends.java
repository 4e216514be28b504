package dev.latido.job;

import dev.latido.change.Request;
import dev.latido.connector.record.Publication;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.ingest.EventSource;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;

/**
 * The outside world of a job: Kafka when it runs, files in a replay, memory in tests.
 *
 * @param sparseEvents sources whose silence never holds event time back
 * @param initial what the rules and models are before anything happens; a job that goes on from state has its own
 * @param rules changes of rules; empty where they stay as they are
 * @param models changes of models; empty where they stay as they are
 * @param results takes everything that leaves the job
 * @param resultParallelism subtasks that write; with one, every stream keeps the order in which it is emitted
 * @param live whether event time goes on with the wall clock while all input is silent
 */
public record Ends(
        EventSource<CustomerEvent> events,
        Optional<EventSource<CustomerEvent>> sparseEvents,
        Optional<EventSource<CustomerInput>> commands,
        List<Request> initial,
        Optional<EventSource<Request>> rules,
        Optional<EventSource<Request>> models,
        Sink<Publication> results,
        int resultParallelism,
        boolean live) {}
