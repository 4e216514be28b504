package dev.latido.watch;

import dev.latido.watch.report.WatchReport;
import dev.latido.watch.tally.ModelTally;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** What customers' subtasks count of scores → how models stand. */
public final class WatchStage {

    private WatchStage() {}

    public static DataStream<WatchReport> watch(DataStream<ModelTally> tallies, WatchConfig config) {
        return tallies.transform("model-watch", TypeInformation.of(WatchReport.class), new ModelWatchOperator(config))
                .uid("model-watch")
                .forceNonParallel();
    }
}
