package dev.latido.scoring;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.contribution.TreeShap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What features contribute to a model's margin; prepared when it is first asked for, since few customers raise an alert. */
final class Contributions {

    private final Booster booster;
    private @Nullable TreeShap prepared;
    private boolean impossible;

    Contributions(Booster booster) {
        this.booster = booster;
    }

    /** Those of a row; empty where the model does not say how many rows it learned from went which way. */
    Optional<double[]> of(float[] row) {
        if (prepared == null && !impossible) {
            prepare();
        }
        return Optional.ofNullable(prepared).map(shap -> shap.contributions(row, 0));
    }

    private void prepare() {
        try {
            prepared = TreeShap.of(booster);
        } catch (UnusableModelException e) {
            impossible = true;
        }
    }
}
