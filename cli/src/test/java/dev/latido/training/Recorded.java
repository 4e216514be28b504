package dev.latido.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A features file as the job writes it, of made-up customers. */
public final class Recorded {

    static final Instant START = Instant.parse("2025-01-01T06:00:00Z");

    private final List<String> lines = new ArrayList<>();

    /** A row; features are written as JSON. */
    public Recorded row(String customer, double day, String features) {
        lines.add("{\"schemaVersion\":1,\"type\":\"features\",\"tenantId\":\"default\",\"customerId\":\"" + customer
                + "\",\"at\":\"" + at(day) + "\",\"features\":" + features + "}");
        return this;
    }

    public Recorded outcome(String customer, double day, String outcome) {
        return outcome(customer, day, outcome, false, 0);
    }

    Recorded outcome(String customer, double day, String outcome, boolean involuntary, long cents) {
        lines.add("{\"schemaVersion\":1,\"type\":\"outcome\",\"tenantId\":\"default\",\"customerId\":\"" + customer
                + "\",\"at\":\"" + at(day) + "\",\"outcome\":\"" + outcome + "\",\"involuntary\":" + involuntary
                + ",\"amountCents\":" + cents + "}");
        return this;
    }

    static Instant at(double day) {
        return START.plus(Duration.ofMinutes(Math.round(day * 1_440)));
    }

    /** Of most customers use fades from some day on, and those give notice sooner; each pays every 30 days. */
    public static Recorded business(int customers, int days, long seed) {
        Recorded recorded = new Recorded();
        SplittableRandom random = new SplittableRandom(seed);
        for (int customer = 0; customer < customers; customer++) {
            String id = "acct-" + customer;
            int fadesFrom = random.nextDouble() < 0.7 ? random.nextInt(days) : days;
            double use = 5 + random.nextInt(10);
            for (int day = 0; day < days; day++) {
                use *= day < fadesFrom ? 1 : 0.93;
                recorded.row(
                        id,
                        day,
                        "{\"sessions7\":" + Math.round(use) + ",\"idleDays\":"
                                + (use < 1 ? "null" : String.valueOf(1 / use)) + ",\"noise\":" + random.nextInt(100)
                                + "}");
                if (day % 30 == customer % 30) {
                    recorded.outcome(id, day + 0.1, "payment", false, 4_900);
                }
                if (random.nextDouble() < (use < 2 ? 0.06 : 0.003)) {
                    recorded.outcome(id, day + 0.5, "cancellation-notice");
                    break;
                }
            }
        }
        return recorded;
    }

    public List<String> lines() {
        return lines;
    }

    public Path writeTo(Path file) throws IOException {
        return Files.write(file, lines);
    }
}
