package dev.latido.customer;

import static org.apache.flink.runtime.executiongraph.ExecutionGraphTestUtils.createExecutionAttemptId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;

/** The gauges of customers per band that the subtasks of an operator show, and its counters. */
final class BandGauges {

    /** A subtask's gauge. */
    private record Shown(String band, Gauge<?> customers) {}

    private final List<Shown> shown = new ArrayList<>();
    private final Map<String, List<Counter>> counters = new TreeMap<>();

    /** A group for one subtask, whose gauges are counted in. */
    TaskMetricGroup subtask() {
        return TaskManagerMetricGroup.createTaskManagerMetricGroup(
                        TestingMetricRegistry.builder()
                                .setRegisterConsumer(this::register)
                                .build(),
                        "localhost",
                        ResourceID.generate())
                .addJob(new JobID(), "job")
                .addTask(createExecutionAttemptId(), "customer-health");
    }

    private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
        if (name.equals("customers") && metric instanceof Gauge<?> gauge) {
            shown.add(new Shown(group.getAllVariables().getOrDefault("<band>", ""), gauge));
        } else if (metric instanceof Counter counter) {
            counters.computeIfAbsent(name, key -> new ArrayList<>()).add(counter);
        }
    }

    /** What has been counted under a name, over all subtasks and labels. */
    long counted(String name) {
        return counters.getOrDefault(name, List.of()).stream()
                .mapToLong(Counter::getCount)
                .sum();
    }

    /** Customers per band over all subtasks; bands without customers are left out. */
    Map<String, Long> bands() {
        Map<String, Long> bands = new TreeMap<>();
        shown.forEach(
                gauge -> bands.merge(gauge.band(), (Long) gauge.customers().getValue(), Long::sum));
        bands.values().removeIf(count -> count == 0);
        return bands;
    }
}
