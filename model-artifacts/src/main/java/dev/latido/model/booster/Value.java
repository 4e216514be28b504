package dev.latido.model.booster;

import java.util.List;
import java.util.Map;

/** A value of a model document, be it written as JSON or as UBJSON. */
sealed interface Value {

    /** Named values. */
    record Fields(Map<String, Value> byName) implements Value {}

    /** Values in order, at least one of which is not a number. */
    record Items(List<Value> values) implements Value {}

    /** Numbers in order; truth values among them are 1 and 0. An empty list is one of these too. */
    record NumberList(Numbers numbers) implements Value {}

    /** A single number. */
    record Scalar(double value) implements Value {}

    /** A text. */
    record Text(String value) implements Value {}

    /** A value that says nothing of use here, such as null. */
    enum Other implements Value {
        NULL
    }
}
