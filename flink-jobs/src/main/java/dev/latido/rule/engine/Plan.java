package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sequence made ready to be looked for: its automaton, the questions, and which events concern which state. */
final class Plan {

    private final Sequence sequence;
    private final Automaton automaton;
    private final int shape;
    private final List<String> names;
    private final List<Question> questions = new ArrayList<>();
    private final long ofEventOnly;
    private final List<Question> starters;
    private final long startKinds;
    private final long[] awaited;

    /** @throws IllegalArgumentException when Flink CEP has no such pattern; the message says why */
    Plan(Sequence sequence) {
        this.sequence = sequence;
        automaton = CompiledPattern.automaton(sequence);
        shape = automaton.fingerprint();
        names = sequence.steps().stream().map(Step::name).toList();
        for (Step step : sequence.steps()) {
            questions.add(Question.ofStep(step));
            questions.add(Question.ofUntil(step));
        }
        ofEventOnly = ofEventOnly();
        Reach reach = new Reach(automaton);
        starters = reach.takes(Automaton.START).stream()
                .map(step -> questions.get(Automaton.stepQuestion(step)))
                .toList();
        startKinds = starters.stream().mapToLong(Question::kinds).reduce(0, (some, more) -> some | more);
        long heard = heard();
        awaited = new long[automaton.states().size()];
        for (int state = 0; state < awaited.length; state++) {
            awaited[state] = heard & (reach.isStill(state) ? kinds(reach.questions(state)) : heard);
        }
    }

    /** All kinds of events, but evaluations only where a step names them: they are nothing that a customer does. */
    private long heard() {
        long heard = 0;
        for (Kind kind : Kind.values()) {
            boolean isNamed =
                    sequence.steps().stream().anyMatch(step -> step.kinds().contains(kind));
            heard |= kind.isInput() || isNamed ? Question.bit(kind) : 0;
        }
        return heard;
    }

    private long ofEventOnly() {
        long asked = 0;
        for (int i = 0; i < questions.size(); i++) {
            asked |= questions.get(i).readsSteps() ? 0 : 1L << i;
        }
        return asked;
    }

    private long kinds(long asked) {
        long kinds = 0;
        for (int i = 0; i < questions.size(); i++) {
            kinds |= (asked >>> i & 1) == 0 ? 0 : questions.get(i).kinds();
        }
        return kinds;
    }

    Sequence sequence() {
        return sequence;
    }

    /** The automaton's fingerprint. */
    int shape() {
        return shape;
    }

    Automaton automaton() {
        return automaton;
    }

    List<String> names() {
        return names;
    }

    Question question(int number) {
        return questions.get(number);
    }

    /** The questions, one bit for each, whose answers are the same for all partial matches. */
    long questionsOfEventOnly() {
        return ofEventOnly;
    }

    boolean isNegated(int step) {
        return sequence.steps().get(step).negated();
    }

    boolean canStart(Kind kind) {
        return (startKinds & Question.bit(kind)) != 0;
    }

    boolean canStart(CustomerEvent event) {
        if (!canStart(event.kind())) {
            return false;
        }
        for (int i = 0; i < starters.size(); i++) {
            if (starters.get(i).concerns(event)) {
                return true;
            }
        }
        return false;
    }

    /** The kinds of events, one bit for each, that can change anything for a partial match in the state. */
    long awaited(int state) {
        return awaited[state];
    }

    List<Transition> transitions(int state) {
        return automaton.state(state).transitions();
    }

    AutomatonState.Type type(int state) {
        return automaton.state(state).type();
    }

    /** The instant at which the time of a match is up that began at {@code place}. */
    long deadline(long place) {
        return sequence.withinMillis() == 0 ? Long.MAX_VALUE : place + sequence.withinMillis();
    }

    /** The events of a partial match, or of a whole one, by step. */
    Match match(@Nullable Link last) {
        List<Match.MatchedStep> steps = new ArrayList<>();
        for (int step = 0; step < names.size(); step++) {
            List<KeptEvent> events = Link.events(last, step);
            if (!events.isEmpty()) {
                steps.add(new Match.MatchedStep(names.get(step), events));
            }
        }
        return new Match(steps);
    }

    /** The names of the steps of which the next event may be, seen from a state. */
    List<String> awaitedSteps(int state) {
        return new Reach(automaton).takes(state).stream().map(names::get).toList();
    }
}
