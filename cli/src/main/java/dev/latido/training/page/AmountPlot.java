package dev.latido.training.page;

import dev.latido.model.training.TrainedModel;
import dev.latido.model.training.TrainedModel.Amount;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import dev.latido.training.page.SharePlot.Axis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What amounts were against what was predicted, in ten groups by prediction. */
final class AmountPlot {

    private static final int GROUPS = 10;

    private AmountPlot() {}

    static void write(Markup page, TrainedModel model) {
        List<double[]> groups = groups(model.amounts());
        double highest = groups.stream()
                .mapToDouble(group -> Math.max(group[0], group[1]))
                .max()
                .orElse(1);
        double most = Scale.roundUp(highest);
        page.open("section").element("h2", "What its amounts are worth");
        page.element(
                "p",
                "Rows in ten groups by predicted amount: the mean of what it was against the mean of what was predicted; on"
                        + " the dashed line the two agree.");
        page.open("div", "class", "plots");
        SharePlot plot = new SharePlot(
                page,
                "Amounts",
                new Axis("predicted", most, AmountPlot::plain),
                new Axis("actual", most, AmountPlot::plain));
        plot.curve(List.of(new double[] {0, 0}, new double[] {most, most}), "chance");
        plot.curve(groups, "curve thin");
        groups.forEach(
                group -> plot.dot(group[0], group[1], "predicted " + plain(group[0]) + ", actual " + plain(group[1])));
        plot.end();
        page.close().close();
    }

    private static List<double[]> groups(List<Amount> amounts) {
        List<Amount> sorted = amounts.stream()
                .sorted(Comparator.comparingDouble(Amount::predicted))
                .toList();
        List<double[]> groups = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            List<Amount> some = sorted.subList(
                    (int) ((long) group * sorted.size() / GROUPS), (int) ((group + 1L) * sorted.size() / GROUPS));
            if (!some.isEmpty()) {
                groups.add(new double[] {
                    some.stream().mapToDouble(Amount::predicted).average().orElse(0),
                    some.stream().mapToDouble(Amount::actual).average().orElse(0)
                });
            }
        }
        return groups;
    }

    private static String plain(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }
}
