package dev.latido.control;

import dev.latido.rule.EffectiveChange;
import dev.latido.rule.RuleStatus;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the control stage gives: the time of the job with changes of rules in it, and what became of each of them. */
public record ControlStreams(DataStream<EffectiveChange> changes, DataStream<RuleStatus> statuses) {}
