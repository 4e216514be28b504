package dev.latido.simulator.shape;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;

/** The time of a record, as it is written: right, or wrong where the record has a defect. */
final class Moment {

    private static final long LONG_BEFORE =
            Instant.parse("1970-01-01T00:00:05Z").toEpochMilli();
    private static final long LONG_AFTER = Instant.parse("2199-12-31T23:59:59Z").toEpochMilli();
    private static final long DAY_MILLIS = 86_400_000;
    private static final int DATE_LENGTH = "2025-01-01T".length();

    private long cachedDay = Long.MIN_VALUE;
    private final char[] text = "2025-01-01T00:00:00.000Z".toCharArray();

    void writeText(JsonGenerator json, String field, long at, Defect defect) throws IOException {
        json.writeFieldName(field);
        if (defect == Defect.WRONG_TYPE) {
            json.writeStartArray();
            json.writeString(iso(at));
            json.writeEndArray();
        } else {
            json.writeString(iso(said(at, defect)));
        }
    }

    void writeSeconds(JsonGenerator json, String field, long at, Defect defect) throws IOException {
        if (defect == Defect.WRONG_TYPE) {
            json.writeBooleanField(field, true);
        } else {
            json.writeNumberField(field, said(at, defect) / 1_000);
        }
    }

    /** ISO-8601 in UTC, always with three decimals. */
    String iso(long at) {
        long day = Math.floorDiv(at, DAY_MILLIS);
        if (day != cachedDay) {
            Instant.ofEpochMilli(day * DAY_MILLIS).toString().getChars(0, DATE_LENGTH, text, 0);
            cachedDay = day;
        }
        int millis = (int) Math.floorMod(at, DAY_MILLIS);
        digits(millis / 3_600_000, 11, 2);
        digits(millis / 60_000 % 60, 14, 2);
        digits(millis / 1_000 % 60, 17, 2);
        digits(millis % 1_000, 20, 3);
        return new String(text);
    }

    private void digits(int value, int from, int length) {
        int rest = value;
        for (int i = from + length - 1; i >= from; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long said(long at, Defect defect) {
        if (defect != Defect.ABSURD_TIME) {
            return at;
        }
        return at / 1_000 % 2 == 0 ? LONG_BEFORE : LONG_AFTER;
    }
}
