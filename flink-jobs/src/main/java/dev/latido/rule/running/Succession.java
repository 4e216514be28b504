package dev.latido.rule.running;

import static java.util.Objects.requireNonNull;

import dev.latido.state.TextHash;
import java.util.Iterator;
import java.util.List;

/**
 * A change of a rule, as far as what customers remember of the rule goes.
 *
 * @param effectiveAt event time from which on it holds, milliseconds since 1970-01-01 UTC
 * @param changeId number of the change
 * @param previous number of the version in force before; 0 where there was none
 * @param next number of the version in force afterwards; 0 where there is none
 */
public record Succession(long effectiveAt, long changeId, String ruleId, long previous, long next, Fate fate) {

    /** What becomes of partial matches. */
    public enum Fate {
        /** The version before finishes those it has. */
        FINISH,
        /** They are dropped. */
        DROP,
        /** The new version goes on with those of the version before. */
        CARRY,
        /** They are dropped, and whatever else is remembered of the rule too. */
        FORGET
    }

    public Succession {
        requireNonNull(ruleId, "ruleId");
        requireNonNull(fate, "fate");
    }

    /** Does to what is remembered what the change demands. */
    void follow(List<RuleMemory> memories, RuleNotes notes, RuleSet rules, RuleFindings out) {
        long rule = TextHash.of(ruleId);
        int kept = 0;
        int dropped = 0;
        for (Iterator<RuleMemory> all = memories.iterator(); all.hasNext(); ) {
            RuleMemory memory = all.next();
            if (!memory.isOf(rule)) {
                continue;
            }
            if (fate == Fate.DROP || fate == Fate.FORGET) {
                dropped += memory.size();
                all.remove();
            } else {
                kept += memory.size();
                if (fate == Fate.CARRY && memory.instance() == previous) {
                    memory.carryTo(next, rules.ofInstance(next), effectiveAt);
                }
            }
        }
        if (fate == Fate.FORGET) {
            notes.forget(rule);
        }
        if (kept + dropped > 0) {
            out.changed(changeId, kept, dropped);
        }
    }
}
