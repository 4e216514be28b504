package dev.latido.training;

import dev.latido.model.table.CsvFile;
import dev.latido.model.table.UnusableTableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What people who know a customer said of an alert: that the customer was at risk, or was not.
 *
 * @param subject tenant and customer, as rows name them
 */
record Feedback(String subject, Instant at, boolean atRisk) {

    private static final Set<String> AT_RISK = Set.of("at-risk", "yes", "true", "1");
    private static final Set<String> NOT_AT_RISK = Set.of("not-at-risk", "no", "false", "0");

    /** Reads a CSV file with the columns customer, at and label, and perhaps tenant. */
    static List<Feedback> read(Path file) {
        try (CsvFile csv = CsvFile.open(file)) {
            int customer = csv.column("customer");
            int at = csv.column("at");
            int label = csv.column("label");
            int tenant = csv.header().indexOf("tenant");
            List<Feedback> all = new ArrayList<>();
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                List<String> cells = row.get();
                String of = tenant < 0 || cells.get(tenant).isEmpty() ? "default" : cells.get(tenant);
                all.add(new Feedback(
                        of + "/" + cells.get(customer), time(csv, cells.get(at)), isAtRisk(csv, cells.get(label))));
            }
            return all;
        } catch (UnusableTableException e) {
            throw new UnusableFeaturesException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnusableFeaturesException("The feedback file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Instant time(CsvFile csv, String text) throws UnusableTableException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw csv.wrong("has the time \"" + text + "\", which does not read like 2025-06-30T12:00:00Z");
        }
    }

    private static boolean isAtRisk(CsvFile csv, String text) throws UnusableTableException {
        String plain = text.toLowerCase(Locale.ROOT);
        if (!AT_RISK.contains(plain) && !NOT_AT_RISK.contains(plain)) {
            throw csv.wrong("has the label \"" + text + "\", which is neither at-risk nor not-at-risk");
        }
        return AT_RISK.contains(plain);
    }
}
