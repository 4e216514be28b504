package dev.latido.training.page;

import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.evaluation.PrecisionRecallCurve;
import dev.latido.model.report.MetricNames;
import dev.latido.page.Markup;
import dev.latido.training.page.SharePlot.Axis;
import java.util.List;

/** Precision against recall. */
final class PrecisionRecallPlot {

    private PrecisionRecallPlot() {}

    static void write(Markup page, LabelledScores test) {
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(test);
        SharePlot plot = new SharePlot(
                page,
                "Precision and recall; average precision "
                        + MetricNames.value(curve.averagePrecision().orElse(0)),
                Axis.share("recall", 1),
                Axis.share("precision", 1));
        double base = test.baseRate();
        plot.curve(List.of(new double[] {0, base}, new double[] {1, base}), "chance");
        plot.curve(
                curve.points().stream()
                        .map(point -> new double[] {point.recall(), point.precision()})
                        .toList(),
                "curve");
        plot.end();
    }
}
