package dev.latido.control;

import dev.latido.change.ChangeKind;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what became of changes of one kind; those withdrawn count as refused too. */
final class ChangeMetrics {

    private final Counter accepted;
    private final Counter refused;

    ChangeMetrics(MetricGroup group, ChangeKind kind) {
        accepted = group.addGroup("latido").counter(kind.text() + "_changes_accepted");
        refused = group.addGroup("latido").counter(kind.text() + "_changes_refused");
    }

    void count(Decision<?> decision) {
        if (decision.accepted()) {
            accepted.inc();
        }
        refused.inc(decision.statuses().stream()
                .filter(status -> status.error() != null)
                .count());
    }
}
