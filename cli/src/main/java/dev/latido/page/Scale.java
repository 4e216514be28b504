package dev.latido.page;

import java.util.ArrayList;
import java.util.List;

/** Places numbers from 0 to {@code most} on a line from one coordinate to another. */
public record Scale(double most, double from, double to) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    /** The coordinate of a number; numbers beyond the ends are put at the ends. */
    public double at(double value) {
        return from + (to - from) * Math.max(0, Math.min(1, most == 0 ? 0 : value / most));
    }

    /** Round numbers from 0 to the end, about as many as wanted. */
    public List<Double> ticks(int wanted) {
        double step = step(most / wanted);
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i * step <= most * 1.000001; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The next round number at or above one. */
    public static double roundUp(double value) {
        double step = step(value / 4);
        return Math.ceil(value / step - 1e-9) * step;
    }

    private static double step(double rough) {
        if (rough <= 0) {
            return 1;
        }
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * magnitude >= rough * 0.999999) {
                return step * magnitude;
            }
        }
        return 10 * magnitude;
    }
}
