package dev.latido.model.training;

import dev.latido.model.artifact.Calibration;

/**
 * Fits Platt's scaling (Platt 1999, with the targets that he proposes against overfitting) by Newton's method with halved steps
 * (Lin, Lin and Weng 2007).
 */
final class PlattScaling {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double RIDGE = 1e-12;
    private static final double FLAT = 1e-8;

    private final float[] margins;
    private final double[] targets;
    private double slope = 1;
    private double intercept;

    private PlattScaling(float[] margins, double[] targets) {
        this.margins = margins;
        this.targets = targets;
    }

    /** The scaling with the least log loss on these rows. */
    static Calibration fit(float[] margins, boolean[] positives) {
        int hits = 0;
        for (boolean positive : positives) {
            hits += positive ? 1 : 0;
        }
        double high = (hits + 1.0) / (hits + 2.0);
        double low = 1.0 / (positives.length - hits + 2.0);
        double[] targets = new double[positives.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = positives[row] ? high : low;
        }
        PlattScaling scaling = new PlattScaling(margins, targets);
        scaling.descend();
        return Calibration.platt(scaling.slope, scaling.intercept);
    }

    private void descend() {
        double loss = loss(slope, intercept);
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] step = newtonStep();
            if (step.length == 0) {
                return;
            }
            double size = 1;
            double next = loss(slope + step[0], intercept + step[1]);
            while (next > loss && size > SMALLEST_STEP) {
                size /= 2;
                next = loss(slope + size * step[0], intercept + size * step[1]);
            }
            if (next > loss) {
                return;
            }
            slope += size * step[0];
            intercept += size * step[1];
            loss = next;
        }
    }

    /** Slope and intercept to add; empty where the loss is flat. */
    private double[] newtonStep() {
        double gradientSlope = 0;
        double gradientIntercept = 0;
        double a = RIDGE;
        double b = 0;
        double c = RIDGE;
        for (int row = 0; row < margins.length; row++) {
            double probability = 1 / (1 + Math.exp(-(slope * margins[row] + intercept)));
            double error = probability - targets[row];
            double weight = probability * (1 - probability);
            gradientSlope += error * margins[row];
            gradientIntercept += error;
            a += weight * margins[row] * margins[row];
            b += weight * margins[row];
            c += weight;
        }
        if (Math.abs(gradientSlope) < FLAT && Math.abs(gradientIntercept) < FLAT) {
            return new double[0];
        }
        double determinant = a * c - b * b;
        return new double[] {
            -(c * gradientSlope - b * gradientIntercept) / determinant,
            -(a * gradientIntercept - b * gradientSlope) / determinant
        };
    }

    private double loss(double someSlope, double someIntercept) {
        double loss = 0;
        for (int row = 0; row < margins.length; row++) {
            double margin = someSlope * margins[row] + someIntercept;
            // ln(1 + e^-|m|) is exact where e^m would overflow.
            loss += Math.max(margin, 0) - margin * targets[row] + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        return loss;
    }
}
