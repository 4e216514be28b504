package dev.latido.rule.engine;

import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.nfa.State;
import org.apache.flink.cep.nfa.StateTransition;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.nfa.compiler.NFAStateNameHandler;
import org.apache.flink.cep.pattern.MalformedPatternException;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.RichAndCondition;
import org.apache.flink.cep.pattern.conditions.RichNotCondition;
import org.apache.flink.cep.pattern.conditions.RichOrCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.jspecify.annotations.Nullable;

/** Has Flink CEP compile a sequence, and reads off the states: what they mean is therefore Flink's. */
final class CompiledPattern {

    private final Map<String, Integer> steps = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<State<Object>> found = new ArrayList<>();

    private CompiledPattern(List<Step> steps) {
        for (Step step : steps) {
            this.steps.put(step.name(), this.steps.size());
        }
    }

    /** @throws IllegalArgumentException when Flink CEP has no such pattern; the message says why */
    static Automaton automaton(Sequence sequence) {
        SequenceCheck.check(sequence);
        try {
            return new CompiledPattern(sequence.steps()).read(SequencePattern.of(sequence, Question::new));
        } catch (MalformedPatternException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("Flink CEP has no pattern for these steps: " + e.getMessage(), e);
        }
    }

    /** Numbers the states in the order in which they are reached from the start, the nearest first. */
    private Automaton read(Pattern<Object, Object> pattern) {
        NFACompiler.compileFactory(pattern, true).createNFA().getStates().stream()
                .filter(State::isStart)
                .forEach(this::number);
        List<AutomatonState> states = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            states.add(read(found.get(i)));
        }
        return new Automaton(states);
    }

    private int number(State<Object> state) {
        Integer known = numbers.get(state.getName());
        if (known != null) {
            return known;
        }
        numbers.put(state.getName(), found.size());
        found.add(state);
        return found.size() - 1;
    }

    private AutomatonState read(State<Object> state) {
        List<Transition> transitions = new ArrayList<>();
        for (StateTransition<Object> transition : state.getStateTransitions()) {
            transitions.add(read(transition));
        }
        return new AutomatonState(type(state), transitions);
    }

    private Transition read(StateTransition<Object> transition) {
        @Nullable State<Object> target = transition.getTargetState();
        if (target == null) {
            // Flink's compiler accepts this, and its operator crashes at the event that leads there.
            String step = NFAStateNameHandler.getOriginalNameFromInternal(
                    transition.getSourceState().getName());
            throw new IllegalArgumentException("Flink CEP finds no end of step '" + step + "'");
        }
        return new Transition(
                switch (transition.getAction()) {
                    case TAKE -> Transition.Action.TAKE;
                    case IGNORE -> Transition.Action.IGNORE;
                    case PROCEED -> Transition.Action.PROCEED;
                },
                number(target),
                step(transition.getSourceState()),
                guard(transition.getCondition()));
    }

    private int step(State<Object> state) {
        String name = NFAStateNameHandler.getOriginalNameFromInternal(state.getName());
        return steps.getOrDefault(name, Transition.NO_STEP);
    }

    private static AutomatonState.Type type(State<Object> state) {
        return switch (state.getStateType()) {
            case Start -> AutomatonState.Type.START;
            case Normal -> AutomatonState.Type.NORMAL;
            case Pending -> AutomatonState.Type.PENDING;
            case Final -> AutomatonState.Type.FINAL;
            case Stop -> AutomatonState.Type.STOP;
        };
    }

    private static Guard guard(@Nullable IterativeCondition<Object> condition) {
        if (condition == null || condition instanceof SimpleCondition) {
            // The only simple condition here is the compiler's own, which holds for every event.
            return new Guard.Always();
        } else if (condition instanceof Question question) {
            return new Guard.Asked(question.number);
        } else if (condition instanceof RichNotCondition<Object> not) {
            return new Guard.Not(guard(not.getNestedConditions()[0]));
        } else if (condition instanceof RichAndCondition<Object> and) {
            return new Guard.Both(guard(and.getLeft()), guard(and.getRight()));
        } else if (condition instanceof RichOrCondition<Object> or) {
            return new Guard.Either(guard(or.getLeft()), guard(or.getRight()));
        }
        throw new UnsupportedOperationException("a condition of the kind " + condition.getClass());
    }

    /** Stands for a question in the pattern; is never asked. */
    private static final class Question extends IterativeCondition<Object> {

        private final int number;

        private Question(int number) {
            this.number = number;
        }

        @Override
        public boolean filter(Object event, Context<Object> context) {
            throw new UnsupportedOperationException("question " + number + " is answered by the matcher");
        }
    }
}
