package dev.latido.rule.engine;

import dev.latido.event.Kind;
import dev.latido.rule.Contiguity;
import dev.latido.rule.Sequence;
import dev.latido.rule.SkipStrategy;
import dev.latido.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Sequences made at random; Flink CEP refuses some of them. */
final class RandomSequences {

    private static final Kind[] KINDS = {Kind.LOGIN, Kind.PAGE_VIEW, Kind.FEATURE_USED, Kind.ACTION};
    private static final List<Contiguity> CONTIGUITIES = List.of(Contiguity.values());
    private static final Ask BIG = (event, amounts) -> event.amountCents() > 3;
    private static final Ask VERY_BIG = (event, amounts) -> event.amountCents() > 7;
    private static final Ask GROWING = (event, amounts) -> List.of("s0", "s1", "s2", "s3").stream()
            .flatMap(step -> amounts.apply(step).stream())
            .allMatch(amount -> amount <= event.amountCents() + 2);

    private final Random random;

    RandomSequences(Random random) {
        this.random = random;
    }

    Sequence next() {
        List<Step> steps = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            steps.add(step(i));
        }
        List<SkipStrategy> skips = Example.skips(steps);
        SkipStrategy skip = skips.get(random.nextInt(skips.size()));
        long within = random.nextInt(3) == 0 ? 0 : 4 + random.nextInt(12);
        return new Sequence(steps, skip, within, Optional.of(Set.of()));
    }

    private Step step(int number) {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        boolean negated = number > 0 && oneIn(4);
        if (negated) {
            Steps step = Steps.not("s" + number, kind).follows(oneIn(3) ? Contiguity.NEXT : Contiguity.FOLLOWED_BY);
            return conditioned(step).step();
        }
        Steps step = conditioned(Steps.step("s" + number, kind)).follows(contiguity());
        if (oneIn(2)) {
            repeated(step);
        }
        return (oneIn(5) ? step.optional() : step).step();
    }

    private void repeated(Steps step) {
        int least = 1 + random.nextInt(3);
        boolean unbounded = oneIn(2);
        int most = least + random.nextInt(3);
        if (unbounded) {
            step.orMore(least);
        } else {
            step.times(least, most);
        }
        if (unbounded && oneIn(3)) {
            step.until(VERY_BIG);
        }
        if (unbounded || most > 1) {
            step.inner(contiguity());
        }
        if (oneIn(3)) {
            step.greedy();
        }
    }

    private Steps conditioned(Steps step) {
        return oneIn(4) ? step.when(oneIn(2) ? BIG : GROWING) : step;
    }

    private Contiguity contiguity() {
        return CONTIGUITIES.get(random.nextInt(CONTIGUITIES.size()));
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }
}
