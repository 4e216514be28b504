package dev.latido.reference;

import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import java.util.List;
import java.util.stream.Stream;

/** What a bounded run must give; lists are sorted by (at, tenant, customer), ties in the order of emission. */
public record ReferenceResult(
        List<HealthScore> scores,
        List<ReferenceAlert> alerts,
        List<CustomerEvent> lateEvents,
        long applied,
        long duplicates,
        long late) {

    public ReferenceResult {
        scores = List.copyOf(scores);
        alerts = List.copyOf(alerts);
        lateEvents = List.copyOf(lateEvents);
    }

    /** One line for each record and count, to compare and to read. */
    public List<String> lines() {
        return Stream.of(
                        Stream.of("applied=%d duplicates=%d late=%d".formatted(applied, duplicates, late)),
                        scores.stream().map(ReferenceResult::line),
                        alerts.stream().map(alert -> "alert " + alert),
                        lateEvents.stream().map(ReferenceResult::line))
                .flatMap(lines -> lines)
                .toList();
    }

    /** A health score on one line; the product's scores are best compared in this form. */
    public static String line(HealthScore score) {
        var parts = score.components();
        return "score %s %s/%s %.1f %s<-%s %s usage=%.1f adoption=%.1f support=%.1f payment=%.1f engagement=%.1f %s"
                .formatted(
                        score.at(),
                        score.tenantId(),
                        score.customerId(),
                        score.score(),
                        score.band(),
                        score.previousBand() == null ? "-" : score.previousBand(),
                        score.level(),
                        parts.usage(),
                        parts.adoption(),
                        parts.support(),
                        parts.payment(),
                        parts.engagement(),
                        score.signals());
    }

    /** A late event on one line. */
    public static String line(CustomerEvent event) {
        return "late %s %s/%s %s %s"
                .formatted(event.at(), event.tenantId(), event.customerId(), event.kind(), event.eventId());
    }
}
