package dev.latido.training.page;

import dev.latido.model.evaluation.CalibrationCurve;
import dev.latido.model.evaluation.CalibrationCurve.Bin;
import dev.latido.model.evaluation.LabelledScores;
import dev.latido.model.report.MetricNames;
import dev.latido.page.Markup;
import dev.latido.page.Scale;
import dev.latido.training.page.SharePlot.Axis;
import java.util.List;
import java.util.Locale;

/** What came true against what was predicted. */
final class CalibrationPlot {

    private CalibrationPlot() {}

    static void write(Markup page, LabelledScores test) {
        CalibrationCurve curve = CalibrationCurve.of(test, CalibrationCurve.BINS);
        double highest = curve.bins().stream()
                .mapToDouble(bin -> Math.max(bin.predicted(), bin.observed()))
                .max()
                .orElse(1);
        double most = Math.min(1, Scale.roundUp(highest));
        SharePlot plot = new SharePlot(
                page,
                "Calibration; expected error " + MetricNames.value(curve.expectedError()),
                Axis.share("predicted", most),
                Axis.share("came true", most));
        plot.curve(List.of(new double[] {0, 0}, new double[] {most, most}), "chance");
        plot.curve(
                curve.bins().stream()
                        .map(bin -> new double[] {bin.predicted(), bin.observed()})
                        .toList(),
                "curve thin");
        for (Bin bin : curve.bins()) {
            plot.dot(
                    bin.predicted(),
                    bin.observed(),
                    String.format(
                            Locale.ROOT,
                            "%,d rows: predicted %.1f%%, came true %.1f%%",
                            bin.rows(),
                            100 * bin.predicted(),
                            100 * bin.observed()));
        }
        plot.end();
    }
}
