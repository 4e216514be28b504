package dev.latido.bench.score;

import dev.latido.bench.measure.Cost;

/** One side of a contest: a way of scoring, ready to run, with what it says of all rows. */
final class Side implements AutoCloseable {

    private final Way way;
    private final RowScorer scorer;
    private final float[][] rows;
    private final int passes;
    private final Results results;
    private final float[] numbers;

    /** @param passes how often a run scores all rows */
    Side(Way way, BenchModel model, float[][] rows, int passes) throws Exception {
        this.way = way;
        this.scorer = way.open(model);
        this.rows = rows;
        this.passes = passes;
        this.results = Results.of(scorer, rows, way.width(model));
        this.numbers = new float[way.width(model)];
    }

    Way way() {
        return way;
    }

    Results results() {
        return results;
    }

    /** How many rows a run scores. */
    long scored() {
        return (long) passes * rows.length;
    }

    /**
     * Scores all rows as often as it should; what that took for one row.
     *
     * @throws IllegalStateException when the results are others than before
     */
    Cost run() throws Exception {
        long checksum = 0;
        Cost.Meter meter = Cost.start();
        for (int pass = 0; pass < passes; pass++) {
            for (float[] row : rows) {
                scorer.score(row, numbers);
                checksum += Float.floatToRawIntBits(numbers[0]);
            }
        }
        Cost cost = meter.read();
        if (checksum != passes * results.checksum()) {
            throw new IllegalStateException(way.text() + " does not score as before");
        }
        return cost.per(scored());
    }

    @Override
    public void close() {
        scorer.close();
    }
}
