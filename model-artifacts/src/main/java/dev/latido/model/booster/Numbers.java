package dev.latido.model.booster;

/** A list of numbers in a model document, each exactly as the document gives it. */
interface Numbers {

    int size();

    double get(int index);

    /** Numbers that are held as they are. */
    static Numbers of(double... values) {
        return new Numbers() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public double get(int index) {
                return values[index];
            }
        };
    }
}
