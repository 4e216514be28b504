package dev.latido.connector.mapping;

import dev.latido.connector.mapping.AttributeRules.Attribute;
import dev.latido.connector.scan.Pointer;
import dev.latido.connector.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads which attributes a mapping file keeps.
 *
 * @param currency whether the attribute {@code currency} comes with the amount already
 */
record AttributeReader(PointerReader pointers, boolean currency) {

    AttributeRules read(@Nullable YamlNode node, @Nullable Pointer all) {
        return new AttributeRules(list(node), all);
    }

    List<Attribute> list(@Nullable YamlNode node) {
        List<Attribute> attributes = new ArrayList<>();
        if (node != null) {
            for (Map.Entry<String, YamlNode> entry : node.anyMap().entrySet()) {
                attributes.add(attribute(entry.getKey(), entry.getValue()));
            }
        }
        return attributes;
    }

    private Attribute attribute(String name, YamlNode node) {
        if (name.isEmpty()) {
            throw node.wrong("an attribute needs a name");
        }
        if (currency && name.equals("currency")) {
            throw node.wrong("the attribute currency comes with amount.currency already");
        }
        if (!node.isMap()) {
            return new Attribute(name, pointers.several(node), null);
        }
        Map<String, YamlNode> parts = node.map("pointer", "value");
        YamlNode pointer = parts.get("pointer");
        return new Attribute(
                name,
                pointer == null ? List.of() : pointers.several(pointer),
                node.required(parts, "value").text());
    }
}
