package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/** The same sequence, written once for the matcher and once, by hand, for Flink CEP. */
record Example(
        String name,
        List<Step> steps,
        Function<AfterMatchSkipStrategy, Pattern<CustomerEvent, CustomerEvent>> pattern) {

    static Example example(
            String name,
            Function<AfterMatchSkipStrategy, Pattern<CustomerEvent, CustomerEvent>> pattern,
            Steps... steps) {
        return new Example(name, Stream.of(steps).map(Steps::step).toList(), pattern);
    }

    /** A limit or none, in turn; an absence at the end needs one. */
    long within(int run) {
        boolean endsInAbsence = steps.get(steps.size() - 1).negated();
        return run % 2 == 0 ? 10 : endsInAbsence ? 20 : 0;
    }

    Sequence sequence(SkipStrategy skip, long within) {
        return new Sequence(steps, skip, within, Optional.of(Set.of()));
    }

    Pattern<CustomerEvent, CustomerEvent> pattern(SkipStrategy skip, long within) {
        AfterMatchSkipStrategy stock = switch (skip.way()) {
            case NONE -> AfterMatchSkipStrategy.noSkip();
            case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
            case PAST_LAST_EVENT -> AfterMatchSkipStrategy.skipPastLastEvent();
            case TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(skip.step());
            case TO_LAST -> AfterMatchSkipStrategy.skipToLast(skip.step());
        };
        Pattern<CustomerEvent, CustomerEvent> whole = pattern.apply(stock);
        return within == 0 ? whole : whole.within(Duration.ofMillis(within));
    }

    /** All five ways of skipping, each to every step that it can skip to. */
    static List<SkipStrategy> skips(List<Step> steps) {
        List<SkipStrategy> skips = new ArrayList<>();
        skips.add(new SkipStrategy(SkipStrategy.Way.NONE, ""));
        skips.add(new SkipStrategy(SkipStrategy.Way.TO_NEXT, ""));
        skips.add(SkipStrategy.PAST_LAST_EVENT);
        steps.stream().filter(step -> !step.negated()).map(Step::name).forEach(step -> {
            skips.add(new SkipStrategy(SkipStrategy.Way.TO_FIRST, step));
            skips.add(new SkipStrategy(SkipStrategy.Way.TO_LAST, step));
        });
        return skips;
    }
}
