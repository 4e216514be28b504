package dev.latido.rule.running;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.Mode;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Rule;
import dev.latido.rule.engine.PartialMatches;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one customer: partial matches of those under way, and notes on those that have found something. Nothing is
 * kept of others. Mutable; bounded by the limits of each rule and the number of rules.
 */
public final class RuleDesk {

    private static final RunningRule[] NONE = {};

    private final List<RuleMemory> memories = new ArrayList<>(0);
    private final List<RuleNote> notes = new ArrayList<>(0);
    /** Instant of the latest change of rules that has been followed. */
    private long seen;

    private long deadline = Long.MAX_VALUE;

    /** The earliest instant at which {@link #advance} has something to do; Long.MAX_VALUE when never. */
    public long deadline() {
        return deadline;
    }

    /** Whether the event can mean anything to a rule, for this customer as it stands. */
    public boolean concerns(CustomerEvent event, RuleSet rules) {
        if (seen != rules.since()) {
            return true;
        }
        Kind kind = event.kind();
        for (RunningRule running : rules.startingWith(kind)) {
            if (running.matcher().canStart(event)) {
                return true;
            }
        }
        for (int i = 0; i < memories.size(); i++) {
            RunningRule running = rules.ofInstance(memories.get(i).instance());
            if (running == null || running.matcher().concerns(memories.get(i).matches(running), event)) {
                return true;
            }
        }
        return !notes.isEmpty() && rules.resolvedBy(kind).length > 0;
    }

    /** Takes in the next event in the customer's order. */
    public void apply(Occurrence now, RuleSet rules, RuleFindings out) {
        catchUp(rules, out);
        resolve(now, rules, out);
        int known = memories.size();
        for (int i = 0; i < known; i++) {
            RunningRule running = rules.ofInstance(memories.get(i).instance());
            if (running != null) {
                apply(memories.get(i), running, now, out);
            }
        }
        for (RunningRule running : rules.startingWith(now.event().kind())) {
            if (!isKnown(running, known) && running.matcher().canStart(now.event())) {
                RuleMemory fresh = new RuleMemory(TextHash.of(running.rule().id()), running);
                memories.add(fresh);
                apply(fresh, running, now, out);
            }
        }
        tidy(rules);
    }

    private void apply(RuleMemory memory, RunningRule running, Occurrence now, RuleFindings out) {
        PartialMatches matches = memory.matches(running);
        if (running.matcher().concerns(matches, now.event())) {
            running.matcher().apply(matches, now, running.starting(), heard(running, now.customer(), out));
            memory.measure();
        }
    }

    /**
     * Lets time pass: what was not completed in time is dropped, and absences are found.
     *
     * @param customer as it is at that instant
     */
    public void advance(long instant, CustomerFacts customer, RuleSet rules, RuleFindings out) {
        catchUp(rules, out);
        for (RuleMemory memory : memories) {
            RunningRule running = rules.ofInstance(memory.instance());
            if (running != null && memory.deadline() <= instant) {
                running.matcher().advance(memory.matches(running), instant, heard(running, customer, out));
                memory.measure();
            }
        }
        notes.removeIf(note -> note.isOver(instant));
        tidy(rules);
    }

    private boolean isKnown(RunningRule running, int known) {
        for (int i = 0; i < known; i++) {
            if (memories.get(i).instance() == running.instance()) {
                return true;
            }
        }
        return false;
    }

    private void tidy(RuleSet rules) {
        memories.removeIf(memory -> memory.size() == 0 || rules.ofInstance(memory.instance()) == null);
        long earliest = Long.MAX_VALUE;
        for (RuleMemory memory : memories) {
            earliest = Math.min(earliest, memory.deadline());
        }
        deadline = earliest;
    }

    private MatchListener heard(RunningRule running, CustomerFacts customer, RuleFindings out) {
        Rule rule = running.rule();
        return new MatchListener() {
            @Override
            public void matched(Match match, long at) {
                RuleDesk.this.matched(rule, match, at, customer, out);
            }

            @Override
            public void timedOut(Match partial, long at) {}

            @Override
            public void dropped(int count) {
                out.dropped(rule, count);
            }
        };
    }

    private void matched(Rule rule, Match match, long at, CustomerFacts customer, RuleFindings out) {
        RuleNote note = note(rule);
        boolean open = note != null && note.open() != null && rule.resolution().isPresent();
        if (open || (note != null && note.isQuiet(at))) {
            out.suppressed(rule);
            return;
        }
        out.raised(rule, match, at, customer);
        if (rule.cooldownMillis() > 0 || rule.resolution().isPresent()) {
            RuleNote fresh = note == null ? new RuleNote(TextHash.of(rule.id())) : note;
            if (note == null) {
                notes.add(fresh);
            }
            fresh.quietUntil(at + rule.cooldownMillis());
            fresh.open(rule.resolution().isPresent() ? new Raised(match, at, rule.mode() == Mode.SHADOW) : null);
        }
    }

    private void resolve(Occurrence now, RuleSet rules, RuleFindings out) {
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

    /** Does to what is remembered what the changes since the customer was last touched demand. */
    private void catchUp(RuleSet rules, RuleFindings out) {
        if (seen == rules.since()) {
            return;
        }
        if (!rules.knowsSince(seen)) {
            memories.clear();
        }
        if (!memories.isEmpty() || !notes.isEmpty()) {
            for (Succession succession : rules.after(seen)) {
                succession.follow(memories, notes, out);
            }
        }
        seen = rules.since();
        tidy(rules);
    }

    public void write(StateWriter out) {
        out.number(seen).number(memories.size());
        memories.forEach(memory -> memory.write(out));
        out.number(notes.size());
        notes.forEach(note -> note.write(out));
    }

    public static RuleDesk read(StateReader in) {
        RuleDesk read = new RuleDesk();
        read.seen = in.number();
        for (int i = in.count(); i > 0; i--) {
            RuleMemory memory = RuleMemory.read(in);
            read.memories.add(memory);
            read.deadline = Math.min(read.deadline, memory.deadline());
        }
        for (int i = in.count(); i > 0; i--) {
            read.notes.add(RuleNote.read(in));
        }
        return read;
    }
}
