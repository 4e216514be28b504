package dev.latido.reference;

import dev.latido.event.CustomerEvent;
import dev.latido.event.HealthScore;
import dev.latido.event.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the customer {@code a} of tenant {@code t}, told in January to March 2025: times are
 * {@code "01-31 10:00"} or longer. Its daily instant is 00:01:37, the catalogue has the features f1 to f4.
 */
final class Story {

    private final Duration bound;
    private final List<CustomerEvent> events = new ArrayList<>();

    private Story(Duration bound) {
        this.bound = bound;
    }

    static Story story() {
        return new Story(Duration.ofSeconds(5));
    }

    static Instant at(String time) {
        String full = time.length() == "01-31 10:00".length() ? time + ":00" : time;
        return Instant.parse("2025-" + full.replace(' ', 'T') + "Z");
    }

    Story then(Kind kind, String time) {
        return then(kind, time, "");
    }

    Story then(Kind kind, String time, String name) {
        return add(String.format("e%05d", events.size()), kind, at(time), name, Map.of());
    }

    Story with(String eventId, Kind kind, String time) {
        return add(eventId, kind, at(time), "", Map.of());
    }

    Story then(Kind kind, String time, Map<String, String> attributes) {
        return add(String.format("e%05d", events.size()), kind, at(time), "", attributes);
    }

    Story add(String eventId, Kind kind, Instant at, String name, Map<String, String> attributes) {
        events.add(new CustomerEvent(eventId, "t", "a", "user", kind, name, at, 0, attributes));
        return this;
    }

    ReferenceResult told() {
        return told(null);
    }

    ReferenceResult until(String time) {
        return told(at(time));
    }

    HealthScore lastScore() {
        List<HealthScore> scores = told().scores();
        return scores.get(scores.size() - 1);
    }

    private ReferenceResult told(@Nullable Instant until) {
        var input = new ReferenceInput("file", bound, events);
        return ReferenceHealth.run(List.of(input), until, List.of("f1", "f2", "f3", "f4"));
    }

    /** The scores without components: {@code "01-31 10:00:00 41.4 onboarding none []"}. */
    static List<String> scores(ReferenceResult result) {
        return result.scores().stream()
                .map(score -> "%s %.1f %s %s %s"
                        .formatted(time(score.at()), score.score(), score.band(), score.level(), score.signals()))
                .toList();
    }

    /** The alerts: {@code "01-31 10:00:00 urgent open"}. */
    static List<String> alerts(ReferenceResult result) {
        return result.alerts().stream()
                .map(alert -> "%s %s %s".formatted(time(alert.at()), alert.severity(), alert.status()))
                .toList();
    }

    private static String time(Instant at) {
        return at.toString().substring(5).replace('T', ' ').replace("Z", "");
    }
}
