package dev.latido.model.booster;

import java.util.List;
import java.util.Optional;

/** The trees of a model as they are written, and what belongs to each. */
record Ensemble(List<Field> trees, Numbers outputs, int outputCount, Numbers weights, Field model) {

    /** Reads the booster {@code gbtree} or {@code dart}. */
    static Ensemble read(Field booster, int outputCount) throws UnusableModelException {
        String name = booster.field("name").text();
        return switch (name) {
            case "gbtree" -> read(booster, booster, outputCount);
            case "dart" -> read(booster.field("gbtree"), booster, outputCount);
            default ->
                throw new UnusableModelException(
                        "The model's booster " + Field.quoted(name) + " is not supported; gbtree and dart are.");
        };
    }

    private static Ensemble read(Field gbtree, Field weighted, int outputCount) throws UnusableModelException {
        Field model = gbtree.field("model");
        List<Field> trees = model.field("trees").items();
        if (trees.isEmpty()) {
            throw new UnusableModelException("The model has no trees.");
        }
        Field parameters = model.field("gbtree_model_param");
        if (parameters.field("num_trees").whole(0, Integer.MAX_VALUE) != trees.size()) {
            throw new UnusableModelException("The model does not have as many trees as its 'num_trees' says.");
        }
        Numbers outputs = model.field("tree_info").numbers(trees.size());
        Optional<Field> weights = weighted.optional("weight_drop");
        return new Ensemble(
                trees,
                outputs,
                outputCount,
                weights.isEmpty() ? Numbers.of() : weights.get().numbers(trees.size()),
                model);
    }

    /** How many trees the first so many rounds grew; all for an empty number. */
    int treesOfRounds(Optional<Integer> count) throws UnusableModelException {
        return count.isEmpty()
                ? trees.size()
                : Rounds.read(model, trees.size(), outputCount).trees(count.get());
    }

    int output(int tree) throws UnusableModelException {
        double output = outputs.get(tree);
        if (!(output >= 0 && output < outputCount) || output != Math.rint(output)) {
            throw new UnusableModelException(
                    "The model's tree " + tree + " belongs to an output that the model does not have.");
        }
        return (int) output;
    }

    float weight(int tree) {
        return weights.size() == 0 ? 1 : (float) weights.get(tree);
    }
}
