package dev.latido.bench;

import dev.latido.event.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sessions per week of each customer, counted from events in any order, without the job. */
final class SessionCount {

    private static final long GAP_MILLIS = Duration.ofMinutes(30).toMillis();
    private static final double WEEK_MILLIS = Duration.ofDays(7).toMillis();

    private final Map<String, Map<String, List<Long>>> times = new HashMap<>();

    void add(String customer, CustomerEvent event) {
        if (event.kind().isActivity()) {
            times.computeIfAbsent(customer, name -> new HashMap<>())
                    .computeIfAbsent(event.userId(), user -> new ArrayList<>())
                    .add(event.at().toEpochMilli());
        }
    }

    /** Weeks from each customer's first activity to the last. */
    Map<String, Double> weeks() {
        Map<String, Double> weeks = new HashMap<>();
        times.forEach((customer, users) -> {
            long first = users.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(0);
            long last = users.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            weeks.put(customer, (last - first) / WEEK_MILLIS);
        });
        return weeks;
    }

    long sessions(String customer) {
        return times.getOrDefault(customer, Map.of()).values().stream()
                .mapToLong(SessionCount::sessions)
                .sum();
    }

    private static long sessions(List<Long> times) {
        Collections.sort(times);
        long sessions = 0;
        long last = Long.MIN_VALUE / 2;
        for (long time : times) {
            if (time - last > GAP_MILLIS) {
                sessions++;
            }
            last = time;
        }
        return sessions;
    }
}
