package dev.latido.rule.running;

import static java.util.Objects.requireNonNull;

import dev.latido.state.TextHash;
import java.util.List;
import java.util.ListIterator;

/**
 * A change of a rule, as far as what customers remember of the rule goes.
 *
 * @param change number of the change, and of the version that it puts in force; later ones have higher numbers
 * @param previous number of the version in force before; 0 where there was none
 * @param ruleId the rule that was changed
 */
public record Succession(int change, int previous, String ruleId, Fate fate) {

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

    void follow(List<RuleMemory> memories, List<RuleNote> notes, RuleFindings out) {
        long rule = TextHash.of(ruleId);
        int kept = 0;
        int dropped = 0;
        for (ListIterator<RuleMemory> all = memories.listIterator(); all.hasNext(); ) {
            RuleMemory memory = all.next();
            if (memory.rule() != rule || memory.instance() >= change) {
                continue;
            }
            if (fate == Fate.DROP || fate == Fate.FORGET) {
                dropped += memory.matches().size();
                all.remove();
                continue;
            }
            kept += memory.matches().size();
            if (fate == Fate.CARRY && memory.instance() == previous) {
                all.set(new RuleMemory(rule, change, memory.matches()));
            }
        }
        if (fate == Fate.FORGET) {
            notes.removeIf(note -> note.isOf(rule));
        }
        if (kept + dropped > 0) {
            out.changed(change, kept, dropped);
        }
    }
}
