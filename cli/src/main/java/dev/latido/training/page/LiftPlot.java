package dev.latido.training.page;

import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.TopShare;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import dev.latido.training.page.SharePlot.Axis;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How many times more come true among the highest scores than among all, for each share that one looks at. */
final class LiftPlot {

    private static final int STEPS = 20;

    private LiftPlot() {}

    static void write(Markup page, LabelledScores test) {
        List<TopShare> tops = IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> TopShare.of(test, (double) step / STEPS))
                .toList();
        double most =
                Scale.roundUp(tops.stream().mapToDouble(TopShare::lift).max().orElse(1));
        SharePlot plot = new SharePlot(
                page,
                "Lift",
                Axis.share("of the rows, highest scores first", 1),
                new Axis("times the base rate", most, value -> String.format(Locale.ROOT, "%.1f", value)));
        plot.curve(List.of(new double[] {0, 1}, new double[] {1, 1}), "chance");
        plot.curve(
                tops.stream().map(top -> new double[] {top.share(), top.lift()}).toList(), "curve");
        for (TopShare top : tops) {
            plot.dot(
                    top.share(),
                    top.lift(),
                    String.format(
                            Locale.ROOT,
                            "the first %.0f%%: %.1f times the base rate; %.0f%% of them come true, %.0f%% of all that come"
                                    + " true are among them",
                            100 * top.share(),
                            top.lift(),
                            100 * top.precision(),
                            100 * top.recall()));
        }
        plot.end();
    }
}
