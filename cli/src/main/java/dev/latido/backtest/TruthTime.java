package dev.latido.backtest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A time in a truth file: ISO-8601 with a zone, a date (its UTC midnight), or seconds or milliseconds since 1970; between 2000
 * and 2100.
 */
final class TruthTime {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** More than this many seconds are milliseconds. */
    private static final long MOST_SECONDS = LATEST.getEpochSecond();

    private TruthTime() {}

    /** @throws IllegalArgumentException with a sentence, where it is no such time */
    static Instant of(String text) {
        Instant time = parse(text);
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new IllegalArgumentException("the time " + text + " is not between 2000 and 2100");
        }
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    private static Instant parse(String text) {
        try {
            if (text.matches("\\d{1,15}")) {
                long number = Long.parseLong(text);
                return number > MOST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text.replaceFirst(" ", "T")).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no time; it reads like 2025-06-30T12:00:00Z, 2025-06-30, or seconds or"
                            + " milliseconds since 1970",
                    e);
        }
    }
}
