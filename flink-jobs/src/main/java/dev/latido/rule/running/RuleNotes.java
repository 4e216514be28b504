package dev.latido.rule.running;

import dev.latido.rule.Match;
import dev.latido.rule.Mode;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Rule;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of a customer's rules that have found something; bounded by the number of rules. */
final class RuleNotes {

    private static final RunningRule[] NONE = {};

    private final List<RuleNote> notes = new ArrayList<>(0);

    boolean isEmpty() {
        return notes.isEmpty();
    }

    /**
     * Whether a match raises an alert: nothing is open and the rule is not quiet. If so, it is noted. A live rule does not
     * mind what it has found while it was in shadow, since nobody was alerted.
     */
    boolean raises(Rule rule, Match match, long at) {
        RuleNote note = note(rule);
        boolean inShadow = rule.mode() == Mode.SHADOW;
        boolean isResolvable = rule.resolution().isPresent();
        if (note != null && !isResolvable) {
            note.open(null); // an earlier version could resolve it; this one cannot
        }
        if (note != null && (inShadow || !note.isShadow()) && note.isInForce(at)) {
            return false;
        }
        if (note != null) {
            notes.remove(note);
        }
        if (rule.cooldownMillis() > 0 || isResolvable) {
            Raised open = isResolvable ? new Raised(match, at, inShadow) : null;
            notes.add(new RuleNote(TextHash.of(rule.id()), at + rule.cooldownMillis(), inShadow, open));
        }
        return true;
    }

    /** Resolves what the event resolves. */
    void resolve(Occurrence now, RuleSet rules, RuleFindings out) {
        for (RunningRule running :
                notes.isEmpty() ? NONE : rules.resolvedBy(now.event().kind())) {
            RuleNote note = note(running.rule());
            Raised open = note == null ? null : note.open();
            if (note != null && open != null && isResolved(running.rule(), open, now)) {
                note.open(null);
                out.resolved(running.rule(), open, now);
            }
        }
    }

    private static boolean isResolved(Rule rule, Raised open, Occurrence now) {
        return rule.resolution()
                .flatMap(step -> step.when())
                .map(when -> when.holds(now, open.match()))
                .orElse(true);
    }

    private @Nullable RuleNote note(Rule rule) {
        if (notes.isEmpty()) {
            return null;
        }
        long hash = TextHash.of(rule.id());
        for (RuleNote note : notes) {
            if (note.isOf(hash)) {
                return note;
            }
        }
        return null;
    }

    /** Forgets what there is of a rule, by the hash of its id. */
    void forget(long rule) {
        notes.removeIf(note -> note.isOf(rule));
    }

    /** Forgets those whose time is over. */
    void forgetOver(long now) {
        if (!notes.isEmpty()) {
            notes.removeIf(note -> !note.isInForce(now));
        }
    }

    void write(StateWriter out) {
        out.number(notes.size());
        notes.forEach(note -> note.write(out));
    }

    static RuleNotes read(StateReader in) {
        RuleNotes read = new RuleNotes();
        for (int i = in.count(); i > 0; i--) {
            read.notes.add(RuleNote.read(in));
        }
        return read;
    }
}
