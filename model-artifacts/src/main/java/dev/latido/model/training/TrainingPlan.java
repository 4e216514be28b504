package dev.latido.model.training;

import dev.latido.model.artifact.Label;
import dev.latido.model.artifact.Manifest;
import dev.latido.model.booster.Objective;
import dev.latido.model.table.TableEncoding;
import java.util.Optional;

/**
 * What kind of model is wanted.
 *
 * @param name what it predicts, in kebab case
 * @param version empty for one that the data and the model give
 * @param objective {@code binary:logistic}, {@code reg:tweedie} or {@code reg:squarederror}
 * @param label what it predicts, exactly
 * @param hyperparameters how it learns
 * @param cuts only for probabilities
 * @param table how the columns of a table became the features; empty where they are no table's
 * @param note what else a reader should know
 */
public record TrainingPlan(
        String name,
        Optional<String> version,
        Objective objective,
        Label label,
        Hyperparameters hyperparameters,
        CutChoice cuts,
        Optional<TableEncoding> table,
        Optional<String> note) {

    public TrainingPlan {
        if (!Manifest.isName(name)) {
            throw new IllegalArgumentException("the name \"" + name + "\" is not in kebab case, such as churn");
        }
        if (!version.map(Manifest::isVersion).orElse(true)) {
            throw new IllegalArgumentException(
                    "the version \"" + version.get() + "\" must have 1 to 64 letters, digits, . _ or -");
        }
    }

    boolean isProbability() {
        return objective == Objective.BINARY_LOGISTIC;
    }
}
