package dev.latido.model.training;

import dev.latido.model.artifact.Calibration;
import dev.latido.model.booster.Objective;

/** How the predictions of a model with one output are made of its margins, as its artifact will make them. */
record Predictions(Objective objective, Calibration calibration) {

    double[] of(float[] margins) {
        double[] predictions = new double[margins.length];
        for (int row = 0; row < margins.length; row++) {
            predictions[row] = of(margins[row]);
        }
        return predictions;
    }

    float of(float margin) {
        if (!calibration.isNone()) {
            return (float) calibration.probability(margin);
        }
        float[] one = {margin};
        objective.predictions(one, one);
        return one[0];
    }
}
