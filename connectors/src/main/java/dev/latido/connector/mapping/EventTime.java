package dev.latido.connector.mapping;

import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.Timestamps;
import dev.latido.connector.scan.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Reads the time of an event and refuses one that cannot be. */
final class EventTime {

    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final String OUT_OF_RANGE = "time out of range";
    private static final BigDecimal FAR_FUTURE = BigDecimal.valueOf(Long.MAX_VALUE);

    private final TimeRule rule;
    private final Field field;

    EventTime(TimeRule rule, PointerTree tree) {
        this.rule = rule;
        this.field = new Field("time", rule.pointers(), tree);
    }

    long read(Values values, long latest) throws InvalidRecordException {
        int slot = field.slot(values);
        if (slot == Field.NO_SLOT) {
            throw field.missing();
        }
        long at = rule.unit() == TimeRule.Unit.ISO_8601 ? dateTime(values, slot) : epoch(values, slot);
        if (at < EARLIEST || at > latest) {
            throw new InvalidRecordException(OUT_OF_RANGE);
        }
        return at;
    }

    private long dateTime(Values values, int slot) throws InvalidRecordException {
        long at = values.time(slot, rule.zone());
        if (at == Timestamps.NONE) {
            throw field.wrong(rule.zone() == null ? "time is not ISO-8601 with a zone" : "time is not ISO-8601");
        }
        return at;
    }

    private long epoch(Values values, int slot) throws InvalidRecordException {
        BigDecimal number = values.decimal(slot);
        if (number == null) {
            throw field.wrong("time is not a number");
        }
        BigDecimal millis = rule.unit() == TimeRule.Unit.EPOCH_SECONDS ? number.scaleByPowerOfTen(3) : number;
        if (millis.signum() < 0 || millis.compareTo(FAR_FUTURE) > 0) {
            throw new InvalidRecordException(OUT_OF_RANGE);
        }
        return millis.setScale(0, RoundingMode.FLOOR).longValue();
    }
}
