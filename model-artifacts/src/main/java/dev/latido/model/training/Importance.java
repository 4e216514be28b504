package dev.latido.model.training;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a feature did for a model.
 *
 * @param share of all that its splits lowered the loss by (XGBoost's total gain), of all features together 1
 * @param splits how many splits use it
 */
public record Importance(String feature, double share, int splits) {

    /** Of all features that are used, the most important first. */
    public static List<Importance> of(Booster booster, List<String> names) {
        double[] gains = new double[names.size()];
        int[] splits = new int[names.size()];
        for (Tree tree : booster.trees()) {
            for (Node node : tree.nodes()) {
                if (node instanceof Node.Split split) {
                    gains[split.feature()] += split.gain();
                    splits[split.feature()]++;
                }
            }
        }
        double all = Math.max(
                Double.MIN_NORMAL,
                IntStream.range(0, gains.length).mapToDouble(i -> gains[i]).sum());
        return IntStream.range(0, gains.length)
                .filter(i -> splits[i] > 0)
                .mapToObj(i -> new Importance(names.get(i), gains[i] / all, splits[i]))
                .sorted(Comparator.comparingDouble(Importance::share).reversed().thenComparing(Importance::feature))
                .toList();
    }
}
