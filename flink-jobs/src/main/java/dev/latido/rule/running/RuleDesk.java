package dev.latido.rule.running;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.Match;
import dev.latido.rule.MatchListener;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Rule;
import dev.latido.rule.engine.PartialMatches;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.state.TextHash;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules of one customer: partial matches of those under way, and notes on those that have found something. Nothing is
 * kept of others. Mutable; bounded by the limits of each rule and the number of rules.
 */
public final class RuleDesk {

    /** Of one version of a rule, by one event or when a time is up; with a cooldown there is one. */
    public static final int MOST_ALERTS_AT_ONCE = 10;

    private final List<RuleMemory> memories = new ArrayList<>(0);
    private RuleNotes notes = new RuleNotes();
    /** Instant of the latest change of rules that has been followed. */
    private long seen;

    private long deadline = Long.MAX_VALUE;

    /** The earliest instant at which {@link #advance} has something to do; Long.MAX_VALUE when never. */
    public long deadline() {
        return deadline;
    }

    /** Whether the event can mean anything to a rule, for this customer as it stands. */
    public boolean concerns(CustomerEvent event, RuleSet rules) {
        if (isBehind(rules)) {
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
        notes.resolve(now, rules, out);
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
        tidy(rules, now.place(), out);
    }

    private void apply(RuleMemory memory, RunningRule running, Occurrence now, RuleFindings out) {
        PartialMatches matches = memory.matches(running);
        if (running.matcher().concerns(matches, now.event())) {
            running.matcher().apply(matches, now, running.starting(), heard(memory, running, now.customer(), out));
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
                running.matcher().advance(memory.matches(running), instant, heard(memory, running, customer, out));
                memory.measure();
            }
        }
        tidy(rules, instant, out);
    }

    private boolean isKnown(RunningRule running, int known) {
        for (int i = 0; i < known; i++) {
            if (memories.get(i).instance() == running.instance()) {
                return true;
            }
        }
        return false;
    }

    private void tidy(RuleSet rules, long now, RuleFindings out) {
        memories.removeIf(memory -> isOver(memory, rules, out));
        notes.forgetOver(now);
        long earliest = Long.MAX_VALUE;
        for (RuleMemory memory : memories) {
            earliest = Math.min(earliest, memory.deadline());
        }
        deadline = earliest;
    }

    /** Of versions that are known no more, what was under way is lost. */
    private static boolean isOver(RuleMemory memory, RuleSet rules, RuleFindings out) {
        boolean isUnknown = rules.ofInstance(memory.instance()) == null;
        if (isUnknown && memory.size() > 0) {
            out.forgotten(memory.size());
        }
        return isUnknown || memory.size() == 0;
    }

    /** Forgets cooldowns that are over. */
    public void forgetOver(long now) {
        notes.forgetOver(now);
    }

    private MatchListener heard(RuleMemory memory, RunningRule running, CustomerFacts customer, RuleFindings out) {
        Rule rule = running.rule();
        return new MatchListener() {
            private int raised;

            @Override
            public void matched(Match match, long at) {
                long known = memory.knownAt(at);
                if (raised < MOST_ALERTS_AT_ONCE && notes.raises(rule, match, known)) {
                    raised++;
                    out.raised(rule, match, known, customer);
                } else {
                    out.suppressed(rule);
                }
            }

            @Override
            public void timedOut(Match partial, long at) {}

            @Override
            public void dropped(int count) {
                out.dropped(rule, count);
            }
        };
    }

    /** Whether rules have changed, and what is remembered has not yet. */
    public boolean isBehind(RuleSet rules) {
        return seen != rules.since();
    }

    /** Does to what is remembered what the changes since the customer was last touched demand. */
    public void catchUp(RuleSet rules, RuleFindings out) {
        if (!isBehind(rules)) {
            return;
        }
        if (!rules.knowsSince(seen)) {
            memories.forEach(memory -> out.forgotten(memory.size()));
            memories.clear();
        }
        if (!memories.isEmpty() || !notes.isEmpty()) {
            for (Succession succession : rules.after(seen)) {
                succession.follow(memories, notes, rules, out);
            }
        }
        seen = rules.since();
        tidy(rules, seen, out);
    }

    public void write(StateWriter out) {
        out.number(seen).number(memories.size());
        memories.forEach(memory -> memory.write(out));
        notes.write(out);
    }

    public static RuleDesk read(StateReader in) {
        RuleDesk read = new RuleDesk();
        read.seen = in.number();
        for (int i = in.count(); i > 0; i--) {
            RuleMemory memory = RuleMemory.read(in);
            read.memories.add(memory);
            read.deadline = Math.min(read.deadline, memory.deadline());
        }
        read.notes = RuleNotes.read(in);
        return read;
    }
}
