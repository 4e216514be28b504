package dev.latido.connector.scan;

import java.util.Arrays;

/** A growing list of ints that gives back the memory of a giant. */
final class IntList {

    private static final int INITIAL = 64;
    private static final int KEPT = 8_192;

    private int[] items = new int[INITIAL];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int get(int index) {
        return items[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        if (items.length > KEPT) {
            items = new int[INITIAL];
        }
    }
}
