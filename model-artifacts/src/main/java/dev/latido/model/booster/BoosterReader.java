package dev.latido.model.booster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads models of XGBoost 1.0 to 3.4 that were saved as JSON or as UBJSON.
 *
 * <p>What decides a prediction and is not known for certain is refused by name: boosters other than {@code gbtree} and
 * {@code dart}, objectives that {@link Objective} does not have, leaves with several values. Bytes of any origin give a
 * model or an {@link UnusableModelException}, in time and memory bounded by their number.
 *
 * <p>A model that was trained with early stopping names its best iteration in an attribute; trees beyond it are left
 * out, as XGBoost's scikit-learn interface does. XGBoost4J's {@code predict} adds all trees unless it is given a limit.
 */
public final class BoosterReader {

    /** A model has at most this many bytes. */
    public static final int MOST_BYTES = 32 << 20;

    private static final int MOST_FEATURES = 1 << 20;
    private static final int MOST_OUTPUTS = 1 << 16;

    private BoosterReader() {}

    /** The model that these bytes are. */
    public static Booster read(byte[] document) throws UnusableModelException {
        if (document.length > MOST_BYTES) {
            throw new UnusableModelException(
                    "The model has " + document.length + " bytes, and at most " + MOST_BYTES + " are read.");
        }
        Field model = new Field("", parse(document));
        FormatVersion version = FormatVersion.read(model);
        Field learner = model.field("learner");
        Field parameters = learner.field("learner_model_param");
        int outputs = outputs(parameters);
        Objective objective = objective(learner.field("objective"), outputs, version);
        Booster.Features features =
                features(learner, parameters.field("num_feature").whole(1, MOST_FEATURES));
        List<Float> baseMargins = BaseScore.margins(parameters.field("base_score"), objective, outputs);
        List<Tree> trees = trees(learner, features.count(), outputs);
        return new Booster(objective, features, baseMargins, trees, version.toString());
    }

    private static Value parse(byte[] document) throws UnusableModelException {
        if (UbjsonDocument.begins(document)) {
            return UbjsonDocument.read(document);
        }
        for (byte first : document) {
            if (first == '{') {
                return JsonDocument.read(document);
            }
            if (!Character.isWhitespace(first)) {
                break;
            }
        }
        throw new UnusableModelException(
                "The model is neither JSON nor UBJSON; XGBoost saves as one of them under a name that ends in .json or .ubj.");
    }

    /** One output, or one per class or per target; XGBoost does not have both. */
    private static int outputs(Field parameters) throws UnusableModelException {
        int classes = parameters.field("num_class").whole(0, MOST_OUTPUTS);
        Optional<Field> field = parameters.optional("num_target");
        int targets = field.isEmpty() ? 1 : field.get().whole(0, MOST_OUTPUTS);
        if (classes > 1 && targets > 1) {
            throw new UnusableModelException("The model has both several classes and several targets.");
        }
        return Math.max(1, Math.max(classes, targets));
    }

    private static Objective objective(Field field, int outputs, FormatVersion version) throws UnusableModelException {
        String label = field.field("name").text();
        Objective objective = Objective.of(label)
                .orElseThrow(() -> new UnusableModelException(
                        "The model's objective " + Field.quoted(label) + " is not supported."));
        if (objective.hasClasses()) {
            int classes =
                    field.field("softmax_multiclass_param").field("num_class").whole(1, MOST_OUTPUTS);
            if (classes != outputs) {
                throw new UnusableModelException(
                        "The model's objective has " + classes + " classes and the model " + outputs + ".");
            }
        }
        return objective.in(version);
    }

    private static Booster.Features features(Field learner, int count) throws UnusableModelException {
        return new Booster.Features(
                count, texts(learner, "feature_names", count), texts(learner, "feature_types", count));
    }

    /** A text per feature, or none at all. */
    private static List<String> texts(Field learner, String name, int count) throws UnusableModelException {
        Optional<Field> field = learner.optional(name);
        List<String> texts = field.isEmpty() ? List.of() : field.get().texts();
        if (!texts.isEmpty() && texts.size() != count) {
            throw new UnusableModelException(
                    "The model has " + count + " features and " + texts.size() + " '" + name + "'.");
        }
        return texts;
    }

    private static List<Tree> trees(Field learner, int featureCount, int outputs) throws UnusableModelException {
        Ensemble ensemble = Ensemble.read(learner.field("gradient_booster"), outputs);
        TreeReader reader = new TreeReader(featureCount);
        List<Tree> trees = new ArrayList<>();
        int count = ensemble.treesOfRounds(rounds(learner));
        for (Field tree : ensemble.trees().subList(0, count)) {
            int index = trees.size();
            trees.add(reader.read(tree, ensemble.output(index), ensemble.weight(index)));
        }
        return trees;
    }

    /** How many rounds of training count; empty for all. */
    private static Optional<Integer> rounds(Field learner) throws UnusableModelException {
        Optional<Field> attributes = learner.optional("attributes");
        Optional<Field> best =
                attributes.isEmpty() ? Optional.empty() : attributes.get().optional("best_iteration");
        return best.isEmpty() ? Optional.empty() : Optional.of(best.get().whole(0, Integer.MAX_VALUE - 1) + 1);
    }
}
