package dev.latido.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latido.connector.file.RecordFile;
import dev.latido.connector.record.Decoded;
import dev.latido.event.CustomerEvent;
import dev.latido.ingest.Aliases;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.job.MappingFiles;
import dev.latido.replay.AliasFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many alerts open per customer and year of simulated life: over all customers, and over those with about three
 * sessions a week, all through at least half a year and without leaving, for whom an alert is most likely noise.
 */
final class AlertRates {

    private static final double WEEKS_PER_YEAR = 365.25 / 7;
    private static final double STEADY_WEEKS = 26;
    private static final double FEWEST_SESSIONS = 2.2;
    private static final double MOST_SESSIONS = 4;

    private AlertRates() {}

    static void run(PrintStream out) throws Exception {
        try (SimulatedReplay replay = SimulatedReplay.of(500, 365)) {
            replay.run();
            SessionCount activity = activity(replay.directory());
            Set<String> left = churned(replay.directory());
            Map<String, Long> alerts = openedAlerts(replay.results());
            print(out, "all", activity, alerts, customer -> true);
            print(
                    out,
                    "steady",
                    activity,
                    alerts,
                    customer -> isSteady(activity, customer) && !left.contains(customer));
        }
    }

    private static boolean isSteady(SessionCount activity, String customer) {
        double weeks = activity.weeks().getOrDefault(customer, 0.0);
        double perWeek = activity.sessions(customer) / Math.max(weeks, 1e-9);
        return weeks >= STEADY_WEEKS && perWeek >= FEWEST_SESSIONS && perWeek <= MOST_SESSIONS;
    }

    private static void print(
            PrintStream out, String group, SessionCount activity, Map<String, Long> alerts, Predicate<String> belongs) {
        Map<String, Double> weeks = activity.weeks();
        List<String> customers = weeks.keySet().stream().filter(belongs).toList();
        double years = customers.stream().mapToDouble(weeks::get).sum() / WEEKS_PER_YEAR;
        long opened = customers.stream()
                .mapToLong(customer -> alerts.getOrDefault(customer, 0L))
                .sum();
        out.printf(
                Locale.ROOT,
                "alerts-%s %.2f per customer and year (%d alerts, %d customers, %.1f years)%n",
                group,
                opened / years,
                opened,
                customers.size(),
                years);
    }

    private static SessionCount activity(Path directory) throws Exception {
        Aliases aliases = AliasFile.read(directory.resolve("aliases.csv"));
        SessionCount activity = new SessionCount();
        long latest = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
        try (RecordFile<CustomerEvent> file = RecordFile.open(
                "segment",
                directory.resolve("clickstream.jsonl.gz"),
                0,
                MappingFiles.load("segment"),
                new CustomerEventFactory(),
                latest)) {
            boolean more = true;
            while (more) {
                more = file.next(decoded -> {
                    if (decoded instanceof Decoded.Event<CustomerEvent> event) {
                        CustomerEvent resolved = aliases.resolve("segment", event.event());
                        activity.add(resolved.customerId(), resolved);
                    }
                });
            }
        }
        return activity;
    }

    private static Set<String> churned(Path directory) throws Exception {
        return Files.readAllLines(directory.resolve("truth.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }

    private static Map<String, Long> openedAlerts(Path results) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> customers = new HashMap<>();
        for (String line : Files.readAllLines(results.resolve("alerts.jsonl"))) {
            JsonNode alert = json.readTree(line);
            customers.put(
                    alert.get("alertId").textValue(), alert.get("customerId").textValue());
        }
        return customers.values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
