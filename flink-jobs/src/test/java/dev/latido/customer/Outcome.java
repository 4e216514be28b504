package dev.latido.customer;

import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.FeatureRecord;
import dev.latido.event.HealthScore;
import dev.latido.metric.TallyMetrics;
import dev.latido.reference.ReferenceAlert;
import dev.latido.reference.ReferenceResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What has come of a bounded run; lists are sorted by (at, tenant, customer, id), ties in the order of emission. */
record Outcome(
        List<HealthScore> scores,
        List<Alert> alerts,
        List<CustomerEvent> lateEvents,
        List<FeatureRecord> features,
        long applied,
        long duplicates,
        long late,
        Map<String, Long> bands) {

    static Outcome of(CustomerHarness harness) {
        return new Outcome(
                harness.scores().stream()
                        .sorted(Comparator.comparing(HealthScore::at)
                                .thenComparing(HealthScore::tenantId)
                                .thenComparing(HealthScore::customerId))
                        .toList(),
                harness.alerts().stream()
                        .sorted(Comparator.comparing(Alert::at)
                                .thenComparing(Alert::tenantId)
                                .thenComparing(Alert::customerId))
                        .toList(),
                harness.lateEvents().stream()
                        .sorted(Comparator.comparing(CustomerEvent::at)
                                .thenComparing(CustomerEvent::tenantId)
                                .thenComparing(CustomerEvent::customerId)
                                .thenComparing(CustomerEvent::eventId))
                        .toList(),
                harness.features().stream()
                        .sorted(Comparator.comparing(FeatureRecord::at)
                                .thenComparing(FeatureRecord::tenantId)
                                .thenComparing(FeatureRecord::customerId))
                        .toList(),
                harness.count(TallyMetrics.APPLIED),
                harness.count(TallyMetrics.DUPLICATE),
                harness.count(TallyMetrics.LATE),
                harness.bands());
    }

    /** One line for each record and count, alerts and rows of features with all that they say. */
    List<String> lines() {
        return Stream.of(
                        Stream.of("bands " + bands),
                        comparable().lines().stream(),
                        alerts.stream().map(Alert::toString),
                        features.stream().map(FeatureRecord::toString))
                .flatMap(lines -> lines)
                .toList();
    }

    /** The same, as far as the reference computes it. */
    ReferenceResult comparable() {
        return new ReferenceResult(
                scores,
                alerts.stream()
                        .map(alert -> new ReferenceAlert(
                                alert.tenantId(), alert.customerId(), alert.severity(), alert.status(), alert.at()))
                        .toList(),
                lateEvents,
                applied,
                duplicates,
                late);
    }
}
