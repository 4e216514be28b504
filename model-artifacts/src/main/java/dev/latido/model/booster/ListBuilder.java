package dev.latido.model.booster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the values of a list; numbers cost no object each as long as there are only numbers. */
final class ListBuilder {

    private final ValueBudget budget;
    private final int depth;

    private double[] numbers = new double[8];
    private int size;
    private @Nullable List<Value> values;

    ListBuilder(ValueBudget budget, int depth) {
        this.budget = budget;
        this.depth = depth;
    }

    void add(double number) throws UnusableModelException {
        if (values != null) {
            budget.take(depth);
            values.add(new Value.Scalar(number));
            return;
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + (size >> 1));
        }
        numbers[size++] = number;
    }

    void add(Value value) throws UnusableModelException {
        if (values == null) {
            values = new ArrayList<>();
            for (int index = 0; index < size; index++) {
                add(numbers[index]);
            }
        }
        values.add(value);
    }

    Value build() {
        return values == null
                ? new Value.NumberList(Numbers.of(Arrays.copyOf(numbers, size)))
                : new Value.Items(values);
    }
}
