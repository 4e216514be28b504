package dev.latido.control;

import dev.latido.event.DeadLetter;
import dev.latido.rule.RuleRequest;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What was read of the topic of rules. */
public record RuleRequestStreams(DataStream<RuleRequest> requests, DataStream<DeadLetter> deadLetters) {}
