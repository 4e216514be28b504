package dev.latido.publish;

import dev.latido.codec.CodecTypeInformation;
import dev.latido.codec.PublicationCodec;
import dev.latido.connector.record.Publication;
import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.DeadLetter;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthRecord;
import dev.latido.rule.RuleStatus;
import dev.latido.scoring.ModelStatus;
import dev.latido.watch.report.WatchReport;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/** Every stream of results → publications, in one sink. */
public final class PublishStage {

    private static final TypeInformation<Publication> TYPE = new CodecTypeInformation<>(PublicationCodec.INSTANCE);

    private PublishStage() {}

    public static DataStream<Publication> healthScores(DataStream<HealthRecord> records) {
        return records.map(Publications::of)
                .returns(TYPE)
                .name("health-scores-publish")
                .uid("health-scores-publish");
    }

    public static DataStream<Publication> alerts(DataStream<Alert> alerts) {
        return alerts.map(Publications::of).returns(TYPE).name("alerts-publish").uid("alerts-publish");
    }

    public static DataStream<Publication> shadowAlerts(DataStream<Alert> alerts) {
        return alerts.map(Publications::ofShadow)
                .returns(TYPE)
                .name("shadow-alerts-publish")
                .uid("shadow-alerts-publish");
    }

    public static DataStream<Publication> features(DataStream<FeatureRecord> records) {
        return records.map(Publications::of)
                .returns(TYPE)
                .name("features-publish")
                .uid("features-publish");
    }

    public static DataStream<Publication> ruleStatuses(DataStream<RuleStatus> statuses) {
        return statuses.map(Publications::of)
                .returns(TYPE)
                .name("rule-status-publish")
                .uid("rule-status-publish")
                .setParallelism(statuses.getParallelism())
                .keyBy(Publication::id, Types.STRING); // a rule's history keeps its order on the way to the sink
    }

    public static DataStream<Publication> modelStatuses(DataStream<ModelStatus> statuses) {
        return statuses.map(Publications::of)
                .returns(TYPE)
                .name("model-status-publish")
                .uid("model-status-publish")
                .setParallelism(statuses.getParallelism())
                .keyBy(Publication::id, Types.STRING); // a model's history keeps its order on the way to the sink
    }

    /** Each record of a report by itself. */
    public static DataStream<Publication> modelReports(DataStream<WatchReport> reports) {
        return reports.flatMap((WatchReport report, Collector<Publication> out) ->
                        report.records().map(Publications::of).forEach(out::collect))
                .returns(TYPE)
                .name("model-watch-publish")
                .uid("model-watch-publish")
                .setParallelism(reports.getParallelism())
                .keyBy(Publication::id, Types.STRING); // as above
    }

    public static DataStream<Publication> lateEvents(DataStream<CustomerEvent> events) {
        return events.map(Publications::of)
                .returns(TYPE)
                .name("late-events-publish")
                .uid("late-events-publish");
    }

    public static DataStream<Publication> deadLetters(DataStream<DeadLetter> letters) {
        return letters.map(Publications::of)
                .returns(TYPE)
                .name("dead-letters-publish")
                .uid("dead-letters-publish")
                .setParallelism(letters.getParallelism()); // no subtask overtakes another: they have no key to go by
    }

    public static void publish(Sink<Publication> sink, int parallelism, List<DataStream<Publication>> streams) {
        streams.stream()
                .reduce((left, right) -> left.union(right))
                .orElseThrow()
                .sinkTo(sink)
                .name("results-sink")
                .uid("results-sink")
                .setParallelism(parallelism);
    }
}
