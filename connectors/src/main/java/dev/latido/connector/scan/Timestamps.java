package dev.latido.connector.scan;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads ISO-8601 date-times to milliseconds, truncated, without making an object for the usual forms. */
public final class Timestamps {

    /** What is read where there is no time; no time that a record may have. */
    public static final long NONE = Long.MIN_VALUE;

    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final int DATE_LENGTH = 10;

    private Timestamps() {}

    /**
     * Milliseconds since 1970-01-01 UTC of {@code 2024-03-01T12:30:00.123Z}: also with an offset, a space instead of the T,
     * without seconds, with any number of digits behind the point.
     *
     * @param assumed zone of times (and dates) that do not name theirs; null when they must
     */
    public static long parse(byte[] in, int from, int to, @Nullable ZoneId assumed) {
        int year = number(in, from, from + 4, to);
        int month = number(in, from + 5, from + 7, to);
        int day = number(in, from + 8, from + DATE_LENGTH, to);
        if (year < 0
                || month < 1
                || month > 12
                || day < 1
                || day > daysOf(year, month)
                || in[from + 4] != '-'
                || in[from + 7] != '-') {
            return NONE;
        }
        long midnight = daysSinceEpoch(year, month, day) * MILLIS_PER_DAY;
        if (to == from + DATE_LENGTH) {
            return assumed == null ? NONE : in(assumed, midnight);
        }
        byte separator = in[from + DATE_LENGTH];
        boolean separated = separator == 'T' || separator == 't' || separator == ' ';
        return separated ? time(in, from + DATE_LENGTH + 1, to, midnight, assumed) : NONE;
    }

    private static long time(byte[] in, int from, int to, long midnight, @Nullable ZoneId assumed) {
        int hour = number(in, from, from + 2, to);
        int minute = number(in, from + 3, from + 5, to);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || in[from + 2] != ':') {
            return NONE;
        }
        int at = from + 5;
        int second = 0;
        int millis = 0;
        if (at < to && in[at] == ':') {
            second = number(in, at + 1, at + 3, to);
            at += 3;
            if (second < 0 || second > 59) {
                return NONE;
            }
            if (at < to && (in[at] == '.' || in[at] == ',')) {
                int fraction = at + 1;
                at = digits(in, fraction, to);
                if (at == fraction) {
                    return NONE;
                }
                millis = millis(in, fraction, at);
            }
        }
        long local = midnight + ((hour * 60L + minute) * 60 + second) * 1_000 + millis;
        return at == to ? assumed == null ? NONE : in(assumed, local) : offset(in, at, to, local);
    }

    /** {@code Z}, {@code +02}, {@code +0200} or {@code +02:00}. */
    private static long offset(byte[] in, int from, int to, long local) {
        if (in[from] == 'Z' || in[from] == 'z') {
            return from + 1 == to ? local : NONE;
        }
        boolean signed = in[from] == '+' || in[from] == '-';
        int minuteAt = from + 3 < to && in[from + 3] == ':' ? from + 4 : from + 3;
        int hour = number(in, from + 1, from + 3, to);
        int minute = minuteAt == to && to == from + 3 ? 0 : number(in, minuteAt, minuteAt + 2, to);
        boolean complete = to == from + 3 || to == minuteAt + 2;
        if (!signed || !complete || hour < 0 || hour > 18 || minute < 0 || minute > 59) {
            return NONE;
        }
        long offset = (hour * 60L + minute) * 60_000;
        return in[from] == '+' ? local - offset : local + offset;
    }

    private static long in(ZoneId zone, long local) {
        try {
            return LocalDateTime.ofEpochSecond(Math.floorDiv(local, 1_000L), 0, ZoneOffset.UTC)
                                    .atZone(zone)
                                    .toEpochSecond()
                            * 1_000
                    + Math.floorMod(local, 1_000L);
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private static int millis(byte[] in, int from, int to) {
        int millis = 0;
        for (int i = from; i < from + 3; i++) {
            millis = 10 * millis + (i < to ? in[i] - '0' : 0);
        }
        return millis;
    }

    private static int digits(byte[] in, int from, int to) {
        int at = from;
        while (at < to && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        return at;
    }

    /** The number that all of {@code [from, to)} is, or -1. */
    private static int number(byte[] in, int from, int to, int end) {
        if (to > end) {
            return -1;
        }
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = in[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in years that begin in March. */
    private static long daysSinceEpoch(int year, int month, int day) {
        long marchYear = month > 2 ? year : year - 1L;
        long monthFromMarch = month > 2 ? month - 3L : month + 9L;
        long dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        return marchYear * 365
                + Math.floorDiv(marchYear, 4L)
                - Math.floorDiv(marchYear, 100L)
                + Math.floorDiv(marchYear, 400L)
                + dayOfYear
                - 719_468;
    }
}
