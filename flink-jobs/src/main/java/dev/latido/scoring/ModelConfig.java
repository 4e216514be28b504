package dev.latido.scoring;

import dev.latido.feature.Language;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.scorer.ScorerChoice;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settings of models; the block {@code models} of the settings.
 *
 * @param scorer {@code forest} or {@code xgboost4j}: what walks the trees
 * @param alerts names of the models whose high level raises an alert, by the rule of the model's name and {@code -risk}
 * @param hysteresis how far below the high cut a probability must have come for the alert to end
 * @param resolveAfterDailyEvaluations daily evaluations in a row at which it must have come there
 * @param language of alerts and factors, as an ISO 639-1 code
 */
public record ModelConfig(
        String scorer, Set<String> alerts, double hysteresis, int resolveAfterDailyEvaluations, String language)
        implements Serializable {

    private static final int MOST_DAYS = 90;
    private static final String RISK = "-risk";

    public ModelConfig {
        if (ScorerChoice.of(scorer).isEmpty()) {
            throw new IllegalArgumentException("models.scorer is \"" + scorer + "\"; allowed is "
                    + Arrays.stream(ScorerChoice.values())
                            .map(ScorerChoice::label)
                            .collect(Collectors.joining(", ")));
        }
        for (@Nullable String name : alerts) {
            if (name == null || !Manifest.isName(name)) {
                throw new IllegalArgumentException(
                        "models.alerts has \"" + name + "\"; allowed are names of models in kebab case, such as churn");
            }
        }
        alerts = Collections.unmodifiableSet(new TreeSet<>(alerts));
        if (!(hysteresis >= 0 && hysteresis < 1)) {
            throw new IllegalArgumentException(
                    "models.hysteresis is " + hysteresis + "; allowed is a number from 0 to below 1");
        }
        if (resolveAfterDailyEvaluations < 1 || resolveAfterDailyEvaluations > MOST_DAYS) {
            throw new IllegalArgumentException("models.resolveAfterDailyEvaluations is " + resolveAfterDailyEvaluations
                    + "; allowed is a whole number from 1 to " + MOST_DAYS);
        }
        requireLanguage(language);
    }

    private static void requireLanguage(String code) {
        try {
            var unused = Language.of(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("models." + e.getMessage(), e);
        }
    }

    /** The id of the rule by which a model's high level raises alerts. */
    public static String ruleId(String model) {
        return model + RISK;
    }

    /** What walks the trees. */
    public ScorerChoice scorerChoice() {
        return ScorerChoice.of(scorer).orElseThrow();
    }

    /** The language that people are told things in. */
    public Language spoken() {
        return Language.of(language);
    }

    /**
     * The highest probability at which an alert comes to its end. Half of the cut where the hysteresis is larger than that, so
     * that it can come there at all.
     *
     * @param high the cut above which the risk is high
     */
    public double calmUpTo(double high) {
        double below = BigDecimal.valueOf(high)
                .subtract(BigDecimal.valueOf(hysteresis))
                .doubleValue();
        return Math.max(below, high / 2);
    }
}
