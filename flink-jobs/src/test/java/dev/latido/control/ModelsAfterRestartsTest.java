package dev.latido.control;

import static dev.latido.testing.ModelChanges.change;
import static dev.latido.testing.ModelChanges.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.change.Change;
import dev.latido.change.ControlMessage;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelBook;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.ModelHistory;
import dev.latido.scoring.ModelSets;
import dev.latido.scoring.ModelStatus;
import dev.latido.scoring.Role;
import dev.latido.scoring.ScoringModel;
import dev.latido.testing.Artifacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Subtasks that are behind the control stage by any length, and are restarted at any time, see at every instant that they
 * can still come to exactly the models that were accepted for it.
 */
class ModelsAfterRestartsTest {

    private static final long START = 1_735_732_800_000L;
    private static final List<String> MODELS = List.of("churn", "ltv", "upsell");
    private static final int STEPS = 400;

    /** Customers' view of the job: what has come, and how far their time is. */
    private static final class Subtask {

        private ModelSets sets = new ModelSets(ScorerChoice.FOREST, (sha256, reason) -> {});
        private long time = Long.MIN_VALUE;

        private void take(List<ControlMessage> messages) {
            for (ControlMessage message : messages) {
                if (message instanceof ModelContent content) {
                    sets.take(content);
                } else {
                    sets.take((EffectiveModel) message, time);
                }
            }
        }
    }

    private final List<EffectiveModel> accepted = new ArrayList<>();
    private final List<Subtask> subtasks = List.of(new Subtask(), new Subtask());
    private ModelRegistrar registrar = new ModelRegistrar(ModelBook.of(ModelHistory.EMPTY), List.of());
    private long time = Long.MIN_VALUE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void everySubtaskSeesWhatWasAccepted(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(4)) {
                case 0 -> letTimePass(random);
                case 1 -> catchUp(random);
                case 2 -> changeSomething(random);
                default -> restartSometimes(random);
            }
            check(random);
        }
        assertThat(accepted).hasSizeGreaterThan(50);
    }

    private void letTimePass(Random random) {
        time = Math.max(time, START) + random.nextInt(1_000_000);
    }

    /** Never further than the time that was passed on, nor further behind than an hour. */
    private void catchUp(Random random) {
        for (Subtask subtask : subtasks) {
            if (time != Long.MIN_VALUE) {
                subtask.time = Math.max(subtask.time, time - random.nextInt(3_600_000));
            }
        }
    }

    private void changeSomething(Random random) {
        Decision<ModelStatus> decision = registrar.decide(loaded(someChange(random)), time);
        decision.passedOn().stream()
                .filter(EffectiveModel.class::isInstance)
                .map(EffectiveModel.class::cast)
                .forEach(accepted::add);
        subtasks.forEach(subtask -> subtask.take(decision.passedOn()));
    }

    private ModelChange someChange(Random random) {
        String model = MODELS.get(random.nextInt(MODELS.size()));
        long effectiveAt =
                random.nextBoolean() ? Change.AT_ONCE : Math.max(time, START) + random.nextInt(3_000_000) - 500_000;
        if (random.nextInt(6) == 0) {
            return ModelChange.removal(model, "ada", "a test", effectiveAt);
        }
        return change(
                model,
                some(model, random),
                random.nextBoolean() ? some(model, random) : null,
                random.nextBoolean() ? some(model, random) : null,
                effectiveAt);
    }

    private static ArtifactRef some(String model, Random random) {
        return Artifacts.ref(model, Integer.toString(random.nextInt(4)));
    }

    private void restartSometimes(Random random) {
        if (random.nextInt(4) == 0) {
            registrar = new ModelRegistrar(ModelBook.of(registrar.history()), registrar.contents());
            List<ControlMessage> again = registrar.resume(time).passedOn();
            for (Subtask subtask : subtasks) {
                subtask.sets = new ModelSets(ScorerChoice.FOREST, (sha256, reason) -> {});
                subtask.take(again);
            }
        }
    }

    private void check(Random random) {
        for (Subtask subtask : subtasks) {
            long from = Math.max(subtask.time, START - 1);
            for (int i = 0; i < 5; i++) {
                long instant = from + 1 + random.nextInt(4_000_000);
                assertThat(seen(subtask, instant)).isEqualTo(expected(instant));
            }
        }
    }

    private static Map<String, String> seen(Subtask subtask, long instant) {
        TreeMap<String, String> seen = new TreeMap<>();
        for (ScoringModel model : subtask.sets.at(instant).models()) {
            seen.put(
                    model.name(),
                    model.active().sha256()
                            + model.shadow()
                                    .map(shadow -> " " + shadow.sha256())
                                    .orElse(""));
        }
        return seen;
    }

    /** By the definition: of each model the last one accepted that is not withdrawn and has taken effect. */
    private Map<String, String> expected(long instant) {
        TreeMap<String, String> expected = new TreeMap<>();
        for (String model : MODELS) {
            EffectiveModel holds = null;
            for (EffectiveModel change : accepted) {
                if (change.change().model().equals(model) && change.effectiveAt() <= instant) {
                    holds = change;
                }
            }
            if (holds != null && !holds.change().isRemoval()) {
                expected.put(model, text(holds.change()));
            }
        }
        return expected;
    }

    private static String text(ModelChange change) {
        @Nullable ArtifactRef shadow = change.artifact(Role.SHADOW).orElse(null);
        return change.artifact(Role.ACTIVE).orElseThrow().sha256() + (shadow == null ? "" : " " + shadow.sha256());
    }
}
