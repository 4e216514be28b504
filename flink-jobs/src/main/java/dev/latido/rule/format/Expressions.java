package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import dev.latido.rule.Condition;
import dev.latido.rule.expression.CelCondition;
import dev.latido.rule.expression.ExpressionException;
import dev.latido.rule.expression.MessageTemplate;
import dev.latido.rule.expression.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the expressions of one rule, and gathers which attributes of earlier events they read. */
final class Expressions {

    private final Set<String> attributes = new TreeSet<>();
    private boolean all;

    Optional<Condition> condition(@Nullable YamlNode node, List<String> steps) {
        return node == null ? Optional.empty() : Optional.of(read(node, steps));
    }

    private Condition read(YamlNode node, List<String> steps) {
        String text = node.text();
        CelCondition condition = placed(node, () -> Scope.ofCondition(steps).condition(text));
        gather(condition.attributes());
        return condition;
    }

    MessageTemplate message(YamlNode node, List<String> steps) {
        String text = node.text();
        MessageTemplate message = placed(node, () -> Scope.ofMessage(steps).message(text));
        gather(message.attributes());
        return message;
    }

    /** Empty: all of them. */
    Optional<Set<String>> attributes() {
        return all ? Optional.empty() : Optional.of(Set.copyOf(attributes));
    }

    private void gather(Optional<Set<String>> read) {
        read.ifPresent(attributes::addAll);
        all |= read.isEmpty();
    }

    private static <T> T placed(YamlNode node, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ExpressionException e) {
            throw node.wrongAt(e.offset(), String.valueOf(e.getMessage()));
        }
    }
}
