package dev.latido.trial;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What came of a test case.
 *
 * @param differences between what was expected and what came, each in one sentence; none: it has passed
 */
public record CaseResult(String name, List<String> differences) {

    public CaseResult {
        requireNonNull(name, "name");
        differences = List.copyOf(differences);
    }

    public boolean passed() {
        return differences.isEmpty();
    }
}
