package dev.latido.trial;

import dev.latido.rule.format.RuleCases.Expected;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Compares the alerts that a case expects with those that came, and says in words where they differ. */
final class CaseDifferences {

    private final List<Expected> missing;
    private final List<Came> unexpected;
    private final List<String> sentences = new ArrayList<>();

    private CaseDifferences(List<Expected> expected, List<Came> came) {
        missing = new ArrayList<>(expected);
        unexpected = new ArrayList<>(came);
    }

    static List<String> between(List<Expected> expected, List<Came> came) {
        CaseDifferences differences = new CaseDifferences(expected, came);
        differences.compare();
        return differences.sentences;
    }

    /** Pairs what is alike first, so that one alert too many does not make all that follow look wrong. */
    private void compare() {
        pair((expected, came) -> isSameMoment(expected, came) && hasSameSteps(expected, came), false);
        pair(CaseDifferences::isSameMoment, true);
        pair((expected, came) -> true, true);
        missing.forEach(expected -> sentences.add("expected " + words(expected) + ", but none came"));
        unexpected.forEach(came -> sentences.add(came.words() + " came that is not expected"));
    }

    private void pair(BiPredicate<Expected, Came> alike, boolean differ) {
        for (Iterator<Expected> left = missing.iterator(); left.hasNext(); ) {
            Expected expected = left.next();
            unexpected.stream()
                    .filter(came -> alike.test(expected, came))
                    .findFirst()
                    .ifPresent(came -> {
                        left.remove();
                        unexpected.remove(came);
                        if (differ) {
                            sentences.add(difference(expected, came));
                        }
                    });
        }
    }

    private static String difference(Expected expected, Came came) {
        if (isSameMoment(expected, came)) {
            return "the " + came.status() + " alert at " + came.at() + " matched " + Came.words(came.steps())
                    + ", expected was " + Came.words(expected.steps().orElse(Map.of()));
        }
        return "expected " + words(expected) + ", but " + came.words() + " came";
    }

    private static boolean isSameMoment(Expected expected, Came came) {
        return expected.at().equals(came.at()) && expected.status().text().equals(came.status());
    }

    private static boolean hasSameSteps(Expected expected, Came came) {
        return expected.steps().map(came.steps()::equals).orElse(true);
    }

    private static String words(Expected expected) {
        return Came.words(
                expected.at(), expected.status().text(), expected.steps().orElse(Map.of()));
    }
}
