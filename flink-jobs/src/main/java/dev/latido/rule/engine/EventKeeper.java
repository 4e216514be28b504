package dev.latido.rule.engine;

import dev.latido.event.CustomerEvent;
import dev.latido.rule.CustomerFacts;
import dev.latido.rule.CustomerField;
import dev.latido.rule.DaysUsed;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Sequence;
import dev.latido.rule.Step;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of an event what is remembered of it: no more than its rule reads. */
final class EventKeeper {

    static final int LONGEST_VALUE = 1_024;

    /** Of an event whose attributes a rule reads as a whole. */
    static final int MOST_ATTRIBUTES = 64;

    static final int MOST_CHARS = 8_192;

    /** What a step's conditions ask of the customer. */
    private record Asked(Set<CustomerField> fields, Set<DaysUsed> daysUsed) {

        static Asked of(Step step) {
            Set<CustomerField> fields = EnumSet.noneOf(CustomerField.class);
            Set<DaysUsed> daysUsed = new LinkedHashSet<>();
            Stream.concat(step.when().stream(), step.until().stream()).forEach(condition -> {
                fields.addAll(condition.reads());
                daysUsed.addAll(condition.daysUsed());
            });
            return new Asked(fields, daysUsed);
        }
    }

    private final Optional<List<String>> attributes;
    private final List<Asked> asked;

    /** For each step the first for which an event is remembered just as for it. */
    private final int[] alike;

    /** The event at hand as it is remembered; for the steps of {@link #alike} only. */
    private final @Nullable KeptEvent[] kept;

    EventKeeper(Sequence sequence) {
        attributes = sequence.attributes().map(EventKeeper::sorted);
        asked = sequence.steps().stream().map(Asked::of).toList();
        alike = asked.stream().mapToInt(asked::indexOf).toArray();
        kept = new KeptEvent[alike.length];
    }

    private static List<String> sorted(Set<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    /** What is remembered of the event for a step; the same for as long as nothing is forgotten. */
    KeptEvent keep(Occurrence now, int step) {
        KeptEvent event = kept[alike[step]];
        if (event == null) {
            event = made(now, step);
            kept[alike[step]] = event;
        }
        return event;
    }

    /** Turns away from the event at hand. */
    void forget() {
        Arrays.fill(kept, null);
    }

    private KeptEvent made(Occurrence now, int step) {
        CustomerEvent event = now.event();
        return new KeptEvent(
                event.eventId(),
                event.kind(),
                cut(event.name()),
                event.userId(),
                event.at().toEpochMilli(),
                now.place(),
                event.amountCents(),
                attributes(event.attributes()),
                facts(now.customer(), asked.get(step)));
    }

    private Map<String, String> attributes(Map<String, String> all) {
        return attributes.map(names -> named(names, all)).orElseGet(() -> first(all));
    }

    private static Map<String, String> named(List<String> names, Map<String, String> all) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : names) {
            String value = all.get(name);
            if (value != null) {
                kept.put(name, cut(value));
            }
        }
        return compact(kept);
    }

    /** In the order of their names, as long as there is room. */
    private static Map<String, String> first(Map<String, String> all) {
        Map<String, String> kept = new LinkedHashMap<>();
        int chars = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(all).entrySet()) {
            String name = cut(entry.getKey());
            String value = cut(entry.getValue());
            chars += name.length() + value.length();
            if (kept.size() == MOST_ATTRIBUTES || chars > MOST_CHARS) {
                break;
            }
            kept.putIfAbsent(name, value);
        }
        return compact(kept);
    }

    private static Map<String, String> facts(CustomerFacts customer, Asked asked) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (CustomerField field : asked.fields()) {
            Object value = customer.value(field);
            if (value != null) {
                kept.put(field.text(), cut(text(value)));
            }
        }
        asked.daysUsed().forEach(days -> kept.put(cut(days.text()), cut(days.value(customer))));
        return compact(kept);
    }

    private static String text(Object value) {
        return value instanceof List<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    /** The value's beginning; no character of two units is cut in two. */
    private static String cut(String value) {
        if (value.length() <= LONGEST_VALUE) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, end);
    }

    /** The same entries in the same order, in little memory. */
    static Map<String, String> compact(Map<String, String> entries) {
        return entries.size() <= 1 ? Map.copyOf(entries) : Collections.unmodifiableMap(entries);
    }
}
