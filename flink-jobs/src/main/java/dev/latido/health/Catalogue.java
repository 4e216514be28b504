package dev.latido.health;

import dev.latido.state.TextHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The product's features by name; the block {@code catalogue} of the settings. */
public final class Catalogue implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 1_000;

    private final HashMap<String, Long> hashes = new HashMap<>();
    private final HashMap<Long, String> names = new HashMap<>();

    /** A catalogue of different, non-blank names, as they stand in events. */
    public Catalogue(List<String> names) {
        require(!names.isEmpty() && names.size() <= MOST, "must list 1 to 1000 features, has " + names.size());
        for (@Nullable String name : names) {
            require(name != null && !name.isBlank(), "must not hold an empty name");
            require(
                    this.names.put(TextHash.of(name), name) == null,
                    "must list each feature once, has '" + name + "' twice");
            hashes.put(name, TextHash.of(name));
        }
    }

    public int size() {
        return hashes.size();
    }

    public Set<String> names() {
        return Set.copyOf(hashes.keySet());
    }

    /** What stands for a feature in state; null when the catalogue does not have it. */
    @Nullable
    Long hashOf(String name) {
        return hashes.get(name);
    }

    /** The names of these features, sorted. */
    List<String> namesOf(long[] found) {
        List<String> result = new ArrayList<>(found.length);
        for (long hash : found) {
            String name = names.get(hash);
            if (name != null) {
                result.add(name);
            }
        }
        Collections.sort(result);
        return result;
    }

    boolean contains(long hash) {
        return names.containsKey(hash);
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("catalogue " + complaint);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Catalogue catalogue && catalogue.hashes.equals(hashes);
    }

    @Override
    public int hashCode() {
        return hashes.hashCode();
    }

    @Override
    public String toString() {
        return hashes.keySet().toString();
    }
}
