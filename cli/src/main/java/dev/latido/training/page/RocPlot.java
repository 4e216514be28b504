package dev.latido.training.page;

import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.RocCurve;
import dev.latido.model.report.MetricNames;
import dev.latido.page.Markup;
import dev.latido.training.page.SharePlot.Axis;
import java.util.List;

/** The receiver operating characteristic. */
final class RocPlot {

    private RocPlot() {}

    static void write(Markup page, LabelledScores test) {
        RocCurve curve = RocCurve.of(test);
        SharePlot plot = new SharePlot(
                page,
                "ROC; area " + MetricNames.value(curve.area().orElse(0)),
                Axis.share("of those who did not come true", 1),
                Axis.share("of those who came true", 1));
        plot.curve(List.of(new double[] {0, 0}, new double[] {1, 1}), "chance");
        plot.curve(
                curve.points().stream()
                        .map(point -> new double[] {point.falsePositiveRate(), point.truePositiveRate()})
                        .toList(),
                "curve");
        plot.end();
    }
}
