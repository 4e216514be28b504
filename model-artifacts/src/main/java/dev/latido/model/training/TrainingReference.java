package dev.latido.model.training;

import dev.latido.model.artifact.Reference;
import dev.latido.model.artifact.Reference.Histogram;
import java.util.ArrayList;
import java.util.List;

/** What values were like in training: the features of rows that were learned from, the score of rows that were not. */
final class TrainingReference {

    private TrainingReference() {}

    static Reference of(TrainingRows rows, int[] learned, double[] validation) {
        List<Histogram> features = new ArrayList<>();
        float[] column = new float[learned.length];
        for (int feature = 0; feature < rows.width(); feature++) {
            for (int i = 0; i < column.length; i++) {
                column[i] = rows.value(learned[i], feature);
            }
            features.add(Histogram.of(rows.features().get(feature).name(), column));
        }
        float[] scores = new float[validation.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) validation[i];
        }
        return new Reference(features, Histogram.of("score", scores));
    }
}
