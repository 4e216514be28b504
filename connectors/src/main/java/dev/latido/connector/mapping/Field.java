package dev.latido.connector.mapping;

import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.scan.Pointer;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A field of an event and the slots it is read from: the first that has a text. */
final class Field {

    static final int NO_SLOT = -1;

    private static final int MAX_IDENTIFIER_LENGTH = 1_024;

    private final String where;
    private final String label;
    private final int[] slots;

    Field(String label, List<Pointer> pointers, PointerTree tree) {
        this.label = label;
        this.where = pointers.stream().map(Pointer::text).collect(Collectors.joining(", ", " (", ")"));
        this.slots = pointers.stream().mapToInt(tree::slot).toArray();
    }

    /** The first slot that has a text, or {@link #NO_SLOT}. */
    int slot(Values values) {
        for (int slot : slots) {
            if (values.hasText(slot)) {
                return slot;
            }
        }
        return NO_SLOT;
    }

    @Nullable
    String text(Values values) {
        int slot = slot(values);
        return slot == NO_SLOT ? null : values.text(slot);
    }

    /** The first text that is not one of {@code none}; null when there is none. */
    @Nullable
    String identifier(Values values, Set<String> none) throws InvalidRecordException {
        for (int slot : slots) {
            if (values.hasText(slot)) {
                String text = values.text(slot);
                if (text.length() > MAX_IDENTIFIER_LENGTH) {
                    throw wrong(label + " longer than 1,024 characters");
                }
                if (none.isEmpty() || !none.contains(text)) {
                    return text;
                }
            }
        }
        return null;
    }

    InvalidRecordException missing() {
        return wrong("missing " + label);
    }

    /** A reason that says where the field was looked for. */
    InvalidRecordException wrong(String problem) {
        return new InvalidRecordException(problem + where);
    }
}
