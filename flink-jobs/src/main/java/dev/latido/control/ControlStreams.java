package dev.latido.control;

import dev.latido.change.ControlMessage;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.ModelStatus;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What the control stage gives: the time of the job with what changes in it, and what became of each change. */
public record ControlStreams(
        DataStream<ControlMessage> messages,
        DataStream<RuleStatus> ruleStatuses,
        DataStream<ModelStatus> modelStatuses) {}
