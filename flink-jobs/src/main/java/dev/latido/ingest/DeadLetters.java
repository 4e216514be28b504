package dev.latido.ingest;

import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.event.DeadLetter;

/** Makes dead letters of rejected records. */
public final class DeadLetters {

    private static final int MAX_CATEGORY_LENGTH = 60;

    private DeadLetters() {}

    public static DeadLetter of(Decoded.Rejected<?> rejected) {
        Origin origin = rejected.origin();
        return new DeadLetter(
                DeadLetter.SCHEMA_VERSION,
                origin.source(),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                rejected.reason(),
                rejected.payload(),
                rejected.payloadBytes());
    }

    /** What reasons of one sort have in common: the text before the first detail. */
    static String category(String reason) {
        int end = 0;
        while (end < reason.length() && end < MAX_CATEGORY_LENGTH && ":(\"0123456789".indexOf(reason.charAt(end)) < 0) {
            end++;
        }
        return reason.substring(0, end).strip();
    }
}
