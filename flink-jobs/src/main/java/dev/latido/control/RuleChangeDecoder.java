package dev.latido.control;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import dev.latido.connector.record.InvalidRecordException;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleChange.Action;
import java.util.Set;

/**
 * Reads changes of rules: JSON objects with {@code ruleId}, {@code action}, {@code definition}, {@code by}, {@code reason}
 * and, if wanted, {@code effectiveAt} (ISO-8601; at once without).
 */
public final class RuleChangeDecoder extends ChangeDecoder {

    private static final int MAX_DEFINITION_BYTES = 64 * 1024;

    public RuleChangeDecoder() {
        super(
                ChangeKind.RULE,
                "ruleId",
                Set.of("schemaVersion", "ruleId", "action", "definition", "by", "reason", "effectiveAt"));
    }

    @Override
    Change read(ChangeRecord record, String ruleId) throws InvalidRecordException {
        Action action = action(record.text("action"));
        String definition = record.optionalText("definition", MAX_DEFINITION_BYTES);
        if (action == Action.APPLY && definition == null) {
            throw new InvalidRecordException("The definition is missing.");
        }
        return new RuleChange(
                ruleId,
                action,
                definition == null || action == Action.DELETE ? "" : definition,
                record.text("by"),
                record.text("reason"),
                record.effectiveAt());
    }

    @Override
    Change removal(String ruleId) {
        return new RuleChange(ruleId, Action.DELETE, "", Change.UNKNOWN, "", Change.AT_ONCE);
    }

    private static Action action(String text) throws InvalidRecordException {
        for (Action action : Action.values()) {
            if (action.text().equals(text)) {
                return action;
            }
        }
        throw new InvalidRecordException("The action is unknown; allowed is apply, pause, resume, delete.");
    }
}
