package dev.latido.model.booster;

import java.util.List;

/**
 * A trained XGBoost model of decision trees.
 *
 * <p>The margin of an output is its base margin plus, in the order of {@code trees} and in {@code float} arithmetic, the
 * leaves that the row ends in; {@link Objective#predictions} makes predictions of margins.
 *
 * @param objective what it was trained for
 * @param features the features of a row
 * @param baseMargins the margin that each output starts from; one per output, at least one
 * @param trees the trees that count, in the order in which they are added
 * @param xgboostVersion the version of XGBoost that wrote it, such as {@code 3.0.4}
 */
public record Booster(
        Objective objective, Features features, List<Float> baseMargins, List<Tree> trees, String xgboostVersion) {

    public Booster {
        baseMargins = List.copyOf(baseMargins);
        trees = List.copyOf(trees);
    }

    /** How many margins a row has: one, but one per class or target where there are several. */
    public int outputs() {
        return baseMargins.size();
    }

    public int featureCount() {
        return features.count();
    }

    /**
     * The features of a row, in the model's order.
     *
     * @param count how many there are
     * @param names a name for each, or none at all where the model has none
     * @param types a type for each in XGBoost's words ({@code q}, {@code float}, {@code int}, {@code i} for an
     *     indicator, {@code c} for a category), or none at all where the model has none
     */
    public record Features(int count, List<String> names, List<String> types) {

        public Features {
            names = List.copyOf(names);
            types = List.copyOf(types);
        }
    }
}
