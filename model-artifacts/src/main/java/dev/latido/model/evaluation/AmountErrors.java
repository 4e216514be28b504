package dev.latido.model.evaluation;

/**
 * How far predicted amounts are from the actual ones, in the amounts' unit; NaN is of no rows.
 *
 * @param meanAbsolute the mean of the distances
 * @param rootMeanSquare the root of the mean of the squared distances
 * @param meanAbsoluteOfMean the mean of the distances if the mean of the actual amounts were predicted for every row
 * @param meanPredicted the mean of the predicted amounts
 * @param meanActual the mean of the actual amounts
 */
public record AmountErrors(
        double meanAbsolute,
        double rootMeanSquare,
        double meanAbsoluteOfMean,
        double meanPredicted,
        double meanActual) {

    /**
     * Compares amounts row by row.
     *
     * @throws IllegalArgumentException when the lengths differ
     */
    public static AmountErrors of(double[] predicted, double[] actual) {
        if (predicted.length != actual.length) {
            throw new IllegalArgumentException(predicted.length + " predictions, but " + actual.length + " amounts");
        }
        double meanActual = mean(actual);
        double distances = 0;
        double squares = 0;
        double distancesOfMean = 0;
        for (int row = 0; row < actual.length; row++) {
            double distance = predicted[row] - actual[row];
            distances += Math.abs(distance);
            squares += distance * distance;
            distancesOfMean += Math.abs(meanActual - actual[row]);
        }
        int rows = actual.length;
        return new AmountErrors(
                distances / rows, Math.sqrt(squares / rows), distancesOfMean / rows, mean(predicted), meanActual);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
