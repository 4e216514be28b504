package dev.latido.model.batch;

import dev.latido.model.artifact.ModelArtifact;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.contribution.TreeShap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The numbers that are written of a row.
 *
 * @param names one for each number
 * @param of the numbers of a row of features, as text
 */
record RowFigures(List<String> names, Function<float[], List<String>> of) {

    private static final String BIAS = "bias";

    /** What the model predicts. */
    static RowFigures predictions(ModelArtifact model) {
        float[] margins = new float[model.forest().outputs()];
        float[] predictions = new float[model.predictionCount()];
        return new RowFigures(numbered("prediction", predictions.length), row -> {
            model.forest().margins(row, 0, margins);
            model.predictions(margins, predictions);
            return texts(predictions);
        });
    }

    /** The same before it is made a prediction. */
    static RowFigures margins(ModelArtifact model) {
        float[] margins = new float[model.forest().outputs()];
        return new RowFigures(numbered("margin", margins.length), row -> {
            model.forest().margins(row, 0, margins);
            return texts(margins);
        });
    }

    /**
     * What each feature adds to the margin, and the bias, of one output after the other.
     *
     * @throws UnusableArtifactException where the model does not say how many rows it learned from went which way
     */
    static RowFigures contributions(ModelArtifact model) throws UnusableArtifactException {
        TreeShap shap = shap(model);
        List<String> names = new ArrayList<>(model.manifest().featureNames());
        names.add(BIAS);
        return new RowFigures(
                shap.outputs() == 1
                        ? names
                        : IntStream.range(0, shap.outputs())
                                .boxed()
                                .flatMap(output -> names.stream().map(name -> name + "[" + output + "]"))
                                .toList(),
                row -> contributions(shap, row));
    }

    private static TreeShap shap(ModelArtifact model) throws UnusableArtifactException {
        try {
            return TreeShap.of(model.booster());
        } catch (UnusableModelException e) {
            throw new UnusableArtifactException("The model has no contributions: " + e.getMessage(), e);
        }
    }

    private static List<String> contributions(TreeShap shap, float[] row) {
        List<String> texts = new ArrayList<>();
        for (int output = 0; output < shap.outputs(); output++) {
            for (double contribution : shap.contributions(row, output)) {
                texts.add(Float.toString((float) contribution));
            }
            texts.add(Float.toString((float) shap.bias(output)));
        }
        return texts;
    }

    private static List<String> numbered(String name, int count) {
        return count == 1
                ? List.of(name)
                : IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static List<String> texts(float[] values) {
        List<String> texts = new ArrayList<>(values.length);
        for (float value : values) {
            texts.add(Float.toString(value));
        }
        return texts;
    }
}
