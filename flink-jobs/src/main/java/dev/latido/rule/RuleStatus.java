package dev.latido.rule;

import static java.util.Objects.requireNonNull;

import dev.latido.change.ControlStatus;
import dev.latido.change.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change of a rule, as published.
 *
 * @param ruleVersion version that the change is about; absent where it could not be read
 * @param status {@code applied}, {@code paused}, {@code resumed}, {@code deleted}, {@code refused}; or {@code matches}: the
 *     counts so far of an earlier change
 * @param changeId number of the change; absent where it was refused
 * @param effectiveAt event time from which on it holds for all customers; absent where it was refused, and where it holds from
 *     the beginning
 * @param at event time when this was said; absent before all events
 * @param by who asked for the change; {@code unknown} where nobody is named
 * @param error why it was refused, in one sentence
 * @param note what else there is to know, in one sentence
 * @param matchesKept partial matches of customers touched since that are gone on with
 * @param matchesDropped those that were dropped
 */
public record RuleStatus(
        int schemaVersion,
        String ruleId,
        @Nullable Integer ruleVersion,
        String status,
        @Nullable Long changeId,
        @Nullable Instant effectiveAt,
        @Nullable Instant at,
        String by,
        String reason,
        @Nullable String error,
        @Nullable String note,
        @Nullable Long matchesKept,
        @Nullable Long matchesDropped)
        implements ControlStatus {

    public static final int SCHEMA_VERSION = 1;

    private static final String REFUSED = "refused";
    private static final String MATCHES = "matches";

    public RuleStatus {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(status, "status");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
    }

    /** A change that was accepted. */
    public static RuleStatus accepted(EffectiveChange accepted) {
        RuleChange change = accepted.change();
        return new RuleStatus(
                SCHEMA_VERSION,
                change.ruleId(),
                accepted.version(),
                change.action().done(),
                accepted.changeId(),
                accepted.since(),
                ControlStatus.instant(accepted.acceptedAt()),
                change.by(),
                change.reason(),
                null,
                accepted.note(),
                null,
                null);
    }

    /**
     * A request that was not accepted.
     *
     * @param at event time, milliseconds since 1970-01-01 UTC
     */
    public static RuleStatus refused(Request request, @Nullable Integer version, long at, String error) {
        return new RuleStatus(
                SCHEMA_VERSION,
                request.subject(),
                version,
                REFUSED,
                null,
                null,
                ControlStatus.instant(at),
                request.by().isEmpty() ? RuleChange.UNKNOWN : request.by(),
                request.reason(),
                error,
                null,
                null,
                null);
    }

    /** A change that had been accepted, but never takes effect since a later one came before. */
    public static RuleStatus withdrawn(EffectiveChange withdrawn, long at, long byChange) {
        RuleStatus refused = refused(withdrawn.change(), withdrawn.version(), at, withdrawn.withdrawnBy(byChange));
        return refused.of(withdrawn.changeId());
    }

    /** The counts so far of the change that this status is about. */
    public RuleStatus matches(long kept, long dropped) {
        return new RuleStatus(
                schemaVersion,
                ruleId,
                ruleVersion,
                MATCHES,
                changeId,
                effectiveAt,
                at,
                by,
                reason,
                null,
                null,
                kept,
                dropped);
    }

    private RuleStatus of(long newChangeId) {
        return new RuleStatus(
                schemaVersion,
                ruleId,
                ruleVersion,
                status,
                newChangeId,
                effectiveAt,
                at,
                by,
                reason,
                error,
                note,
                matchesKept,
                matchesDropped);
    }
}
