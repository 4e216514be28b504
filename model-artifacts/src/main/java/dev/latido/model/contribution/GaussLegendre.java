package dev.latido.model.contribution;

/**
 * The Gauss-Legendre rule on the interval from 0 to 1: with n points it integrates polynomials of a degree up to 2n - 1
 * exactly.
 *
 * @see <a href="https://dlmf.nist.gov/3.5#v">Digital Library of Mathematical Functions, 3.5(v)</a>
 */
final class GaussLegendre {

    private static final double CLOSE_ENOUGH = 1e-15;
    private static final int MOST_STEPS = 100;

    private final double[] points;
    private final double[] weights;

    private GaussLegendre(double[] points, double[] weights) {
        this.points = points;
        this.weights = weights;
    }

    /** The rule with this many points, at least one. */
    static GaussLegendre of(int count) {
        double[] points = new double[count];
        double[] weights = new double[count];
        for (int index = 0; index < count; index++) {
            double root = root(count, index);
            double slope = slope(count, root);
            points[index] = (1 - root) / 2;
            weights[index] = 1 / ((1 - root * root) * slope * slope);
        }
        return new GaussLegendre(points, weights);
    }

    int count() {
        return points.length;
    }

    double point(int index) {
        return points[index];
    }

    double weight(int index) {
        return weights[index];
    }

    /** A root of the Legendre polynomial of this degree, by Newton's method from the usual first guess. */
    private static double root(int degree, int index) {
        double root = Math.cos(Math.PI * (index + 0.75) / (degree + 0.5));
        for (int step = 0; step < MOST_STEPS; step++) {
            double change = legendre(degree, root) / slope(degree, root);
            root -= change;
            if (Math.abs(change) < CLOSE_ENOUGH) {
                break;
            }
        }
        return root;
    }

    private static double slope(int degree, double x) {
        return degree * (x * legendre(degree, x) - legendre(degree - 1, x)) / (x * x - 1);
    }

    private static double legendre(int degree, double x) {
        double before = 0;
        double value = 1;
        for (int k = 1; k <= degree; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return value;
    }
}
