package dev.latido.scoring;

import dev.latido.event.Alert;
import dev.latido.feature.Feature;
import dev.latido.feature.Language;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What counted most for a prediction, in words. */
final class Factors {

    private static final int MOST = 5;
    private static final double FOUR_DECIMALS = 10_000;

    private Factors() {}

    /**
     * The strongest contributions that are not zero, strongest first, in the order of the features where equally strong; at
     * most five.
     *
     * @param features of the model, in its order
     * @param row a value for each; NaN where it is missing
     * @param contributions of each, to the margin
     * @param rising whether the prediction rises with the margin
     */
    static List<Alert.Factor> strongest(
            List<Feature> features, float[] row, double[] contributions, boolean rising, Wording wording) {
        return IntStream.range(0, features.size())
                .filter(i -> contributions[i] != 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(contributions[i])))
                .limit(MOST)
                .map(i -> new Alert.Factor(
                        features.get(i).text(),
                        shortest(row[i]),
                        Math.round(contributions[i] * FOUR_DECIMALS) / FOUR_DECIMALS,
                        wording.factor(features.get(i), row[i], contributions[i] > 0 == rising)))
                .toList();
    }

    /** The number that a float is written as, the largest one for what is beyond all; null for a missing value. */
    static @Nullable Double shortest(float value) {
        float finite = Math.max(-Float.MAX_VALUE, Math.min(value, Float.MAX_VALUE));
        return Float.isNaN(value) ? null : Double.valueOf(Float.toString(finite));
    }

    /**
     * How factors are told.
     *
     * @param effect what they raise or lower
     */
    record Wording(Language language, Effect effect) {
        String factor(Feature feature, float value, boolean raises) {
            return RiskWords.in(language).factor(feature.say(language, value), effect, raises);
        }
    }
}
