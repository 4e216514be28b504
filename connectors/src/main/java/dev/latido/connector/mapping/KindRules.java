package dev.latido.connector.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.connector.record.InvalidRecordException;
import dev.latido.connector.scan.Pointer;
import dev.latido.connector.scan.PointerTree;
import dev.latido.connector.scan.Values;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rules of a mapping, answerable from the slots of a scan. */
final class KindRules {

    private final List<Outcome> outcomes;
    private final @Nullable Field named;

    /**
     * What a rule says about the records it holds for.
     *
     * @param kind null when they are ignored; empty when the record names it
     */
    record Outcome(
            Predicate<Values> when, @Nullable String kind, Field name, Field amount, EventAttributes attributes) {}

    KindRules(Mapping mapping, PointerTree tree) {
        if (mapping.kind() instanceof KindChoice.Ruled ruled) {
            Conditions conditions = new Conditions(tree);
            named = null;
            outcomes = ruled.rules().stream()
                    .map(rule -> outcome(mapping, rule, conditions.compile(rule.when()), tree))
                    .toList();
        } else {
            KindChoice.Named choice = (KindChoice.Named) mapping.kind();
            named = new Field("kind", choice.pointers(), tree);
            outcomes = choice.kinds().stream()
                    .map(kind -> new KindChoice.Rule(new Condition.All(List.of()), kind, null, null, List.of()))
                    .map(rule -> outcome(mapping, rule, isNamed(named, rule.kind()), tree))
                    .toList();
        }
    }

    /** What the first rule that holds says. */
    Outcome choose(Values values) throws InvalidRecordException {
        for (Outcome outcome : outcomes) {
            if (outcome.when.test(values)) {
                return outcome;
            }
        }
        if (named == null) {
            throw new IllegalStateException("the last rule holds always");
        }
        throw named.slot(values) == Field.NO_SLOT ? named.missing() : named.wrong("unknown kind");
    }

    private static Predicate<Values> isNamed(Field field, @Nullable String kind) {
        byte[] name = String.valueOf(kind).getBytes(UTF_8);
        return values -> {
            int slot = field.slot(values);
            return slot != Field.NO_SLOT && values.isText(slot, name);
        };
    }

    private static Outcome outcome(Mapping mapping, KindChoice.Rule rule, Predicate<Values> when, PointerTree tree) {
        AmountRule amount = mapping.amount();
        var names = rule.names() == null ? mapping.names() : rule.names();
        var amounts = rule.amounts() != null ? rule.amounts() : amount == null ? List.<Pointer>of() : amount.pointers();
        return new Outcome(
                when,
                rule.kind(),
                new Field("name", names, tree),
                new Field("amount", amounts, tree),
                new EventAttributes(mapping.attributes(), rule.attributes(), tree));
    }
}
