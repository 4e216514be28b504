package dev.latido.bench.score;

/** A way of scoring a row. */
@SuppressWarnings("ImmutableEnumChecker") // what opens a scorer holds nothing
enum Way {
    /** XGBoost4J, by a matrix of one row; one thread. */
    MATRIX("xgboost4j", model -> XgboostScorer.matrix(model, true)),
    /** The same with its default number of threads. */
    MATRIX_DEFAULTS("xgboost4j-defaults", model -> XgboostScorer.matrix(model, false)),
    /** XGBoost4J, by the row as it is; one thread. */
    IN_PLACE("xgboost4j-inplace", model -> XgboostScorer.inPlace(model, true)),
    /** The same with its default number of threads. */
    IN_PLACE_DEFAULTS("xgboost4j-inplace-defaults", model -> XgboostScorer.inPlace(model, false)),
    H2O("h2o", H2oScorer::new),
    /** ONNX Runtime with one thread, and tensors that are made once. */
    ONNX("onnx", OnnxScorer::of),
    ONNX_DEFAULTS("onnx-defaults", OnnxDefaultScorer::new),
    FOREST("forest", OwnScorer::margins),
    /** XGBoost4J's contributions; one thread. */
    CONTRIBUTIONS("xgboost4j-contrib", model -> XgboostScorer.contributions(model, true)),
    /** The same with its default number of threads. */
    CONTRIBUTIONS_DEFAULTS("xgboost4j-contrib-defaults", model -> XgboostScorer.contributions(model, false)),
    TREE_SHAP("tree-shap", OwnScorer::contributions);

    private interface Opening {
        RowScorer open(BenchModel model) throws Exception;
    }

    private final String text;
    private final Opening opening;

    Way(String text, Opening opening) {
        this.text = text;
        this.opening = opening;
    }

    String text() {
        return text;
    }

    RowScorer open(BenchModel model) throws Exception {
        return opening.open(model);
    }

    /** How many numbers it gives for a row. */
    int width(BenchModel model) {
        return switch (this) {
            case CONTRIBUTIONS, CONTRIBUTIONS_DEFAULTS, TREE_SHAP ->
                model.booster().featureCount() + 1;
            default -> 1;
        };
    }
}
