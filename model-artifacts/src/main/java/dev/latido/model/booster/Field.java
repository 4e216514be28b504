package dev.latido.model.booster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a model document with the path that leads to it, so that what is wrong with it can be said. */
record Field(String path, Value value) {

    Field field(String name) throws UnusableModelException {
        Optional<Field> field = optional(name);
        if (field.isEmpty()) {
            throw new UnusableModelException("The model has no '" + pathTo(name) + "'.");
        }
        return field.get();
    }

    Optional<Field> optional(String name) throws UnusableModelException {
        if (!(value instanceof Value.Fields fields)) {
            throw isNot("an object");
        }
        return Optional.ofNullable(fields.byName().get(name)).map(found -> new Field(pathTo(name), found));
    }

    List<Field> items() throws UnusableModelException {
        if (value instanceof Value.NumberList list && list.numbers().size() == 0) {
            return List.of();
        }
        if (!(value instanceof Value.Items items)) {
            throw isNot("a list of objects");
        }
        List<Field> fields = new ArrayList<>();
        for (Value item : items.values()) {
            fields.add(new Field(path + "[" + fields.size() + "]", item));
        }
        return fields;
    }

    Numbers numbers() throws UnusableModelException {
        if (!(value instanceof Value.NumberList list)) {
            throw isNot("a list of numbers");
        }
        return list.numbers();
    }

    /** A list of numbers, which must have this many. */
    Numbers numbers(int size) throws UnusableModelException {
        Numbers numbers = numbers();
        if (numbers.size() != size) {
            throw new UnusableModelException(
                    "The model's '" + path + "' has " + numbers.size() + " values where " + size + " are expected.");
        }
        return numbers;
    }

    String text() throws UnusableModelException {
        if (!(value instanceof Value.Text text)) {
            throw isNot("a text");
        }
        return text.value();
    }

    List<String> texts() throws UnusableModelException {
        List<String> texts = new ArrayList<>();
        for (Field item : items()) {
            texts.add(item.text());
        }
        return texts;
    }

    /** A whole number between these bounds, both inclusive, written as a text as XGBoost writes its parameters. */
    int whole(int least, int most) throws UnusableModelException {
        String text = text();
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UnusableModelException(
                    "The model's '" + path + "' is not a whole number: " + quoted(text) + ".", e);
        }
        throw new UnusableModelException(
                "The model's '" + path + "' is " + text + ", which is not between " + least + " and " + most + ".");
    }

    private String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private UnusableModelException isNot(String kind) {
        return new UnusableModelException(
                (path.isEmpty() ? "The model" : "The model's '" + path + "'") + " is not " + kind + ".");
    }

    /** A text of the model as a sentence can show it: its beginning, without control characters. */
    static String quoted(String text) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return "'" + shown.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
