package dev.latido.rule.expression.value;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.KeptEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an expression can read of an event. */
public enum EventField {
    ID("id"),
    KIND("kind"),
    NAME("name"),
    AT("at"),
    USER("user"),
    AMOUNT("amount"),
    ATTRIBUTES("attributes");

    /** The names of all, in order. */
    public static final List<String> NAMES =
            Arrays.stream(values()).map(EventField::text).toList();

    private static final Map<String, EventField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventField::text, field -> field));

    private final String text;

    EventField(String text) {
        this.text = text;
    }

    /** The field of this name; null where there is none. */
    public static @Nullable EventField named(String name) {
        return BY_NAME.get(name);
    }

    /** The name in expressions. */
    public String text() {
        return text;
    }

    public Object of(CustomerEvent event) {
        return switch (this) {
            case ID -> event.eventId();
            case KIND -> event.kind().name();
            case NAME -> event.name();
            case AT -> event.at();
            case USER -> event.userId();
            case AMOUNT -> event.amountCents();
            case ATTRIBUTES -> new AttributesView(event.attributes());
        };
    }

    public Object of(KeptEvent event) {
        return switch (this) {
            case ID -> event.eventId();
            case KIND -> event.kind().name();
            case NAME -> event.name();
            case AT -> Instant.ofEpochMilli(event.at());
            case USER -> event.userId();
            case AMOUNT -> event.amountCents();
            case ATTRIBUTES -> new AttributesView(event.attributes());
        };
    }
}
