package dev.latido.rule.format;

import dev.latido.connector.yaml.YamlNode;
import dev.latido.event.Kind;
import dev.latido.event.Kind.Family;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Kinds of events as rules write them: by name, in a list, or as a family of them. */
public final class Kinds {

    private static final List<Family> FAMILIES =
            List.of(Family.ACTIVITY, Family.BILLING, Family.SUPPORT, Family.FEEDBACK);

    private Kinds() {}

    static Set<Kind> read(YamlNode node) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (YamlNode item : node.listOrOne()) {
            Set<Kind> named = named(item);
            if (!Collections.disjoint(kinds, named)) {
                throw item.wrong("\"" + item.text() + "\" is in this list already, or a part of it");
            }
            kinds.addAll(named);
        }
        return kinds;
    }

    private static Set<Kind> named(YamlNode item) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(item.text())) {
                return EnumSet.of(kind);
            }
        }
        for (Family family : FAMILIES) {
            if (word(family).equals(item.text())) {
                return of(family);
            }
        }
        throw item.wrong("unknown kind \"" + item.text() + "\"; allowed: "
                + FAMILIES.stream().map(Kinds::word).collect(Collectors.joining(", ")) + ", "
                + Arrays.stream(Kind.values()).map(Enum::name).sorted().collect(Collectors.joining(", ")));
    }

    /** The kinds as a sentence names them: a whole family by its name. */
    public static String words(Set<Kind> kinds) {
        for (Family family : FAMILIES) {
            if (kinds.equals(of(family))) {
                return word(family);
            }
        }
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(" or "));
    }

    private static Set<Kind> of(Family family) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.family() == family)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    private static String word(Family family) {
        return family.name().toLowerCase(Locale.ROOT);
    }
}
