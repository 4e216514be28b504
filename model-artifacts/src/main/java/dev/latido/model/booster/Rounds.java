package dev.latido.model.booster;

import java.util.Optional;

/** How many trees each round of training grew: the end of each round among the trees. */
record Rounds(Numbers ends) {

    /** Reads them; before XGBoost 2.0 each round grew the same number, which the parameters give. */
    static Rounds read(Field model, int trees, int outputs) throws UnusableModelException {
        Optional<Field> starts = model.optional("iteration_indptr");
        return starts.isEmpty() ? even(model, trees, outputs) : listed(starts.get(), trees);
    }

    private static Rounds even(Field model, int trees, int outputs) throws UnusableModelException {
        Optional<Field> parallel = model.field("gbtree_model_param").optional("num_parallel_tree");
        long each = (long) outputs
                * (parallel.isEmpty() ? 1 : Math.max(1, parallel.get().whole(0, trees)));
        if (trees % each != 0) {
            throw new UnusableModelException(
                    "The model has " + trees + " trees, which are not rounds of " + each + " each.");
        }
        double[] ends = new double[(int) (trees / each) + 1];
        for (int round = 0; round < ends.length; round++) {
            ends[round] = round * each;
        }
        return new Rounds(Numbers.of(ends));
    }

    private static Rounds listed(Field field, int trees) throws UnusableModelException {
        Numbers ends = field.numbers();
        double before = 0;
        for (int round = 0; round < ends.size(); round++) {
            double end = ends.get(round);
            if (round == 0 ? end != 0 : !(end >= before && end <= trees) || end != Math.rint(end)) {
                throw new UnusableModelException("The model's '" + field.path() + "' does not go from 0 upwards.");
            }
            before = end;
        }
        if (ends.size() == 0 || before != trees) {
            throw new UnusableModelException("The model's '" + field.path() + "' does not end at " + trees + " trees.");
        }
        return new Rounds(ends);
    }

    int trees(int rounds) throws UnusableModelException {
        int all = ends.size() - 1;
        if (rounds > all) {
            throw new UnusableModelException(
                    "The model's best iteration is " + (rounds - 1) + " and it has " + all + " rounds.");
        }
        return (int) ends.get(rounds);
    }
}
