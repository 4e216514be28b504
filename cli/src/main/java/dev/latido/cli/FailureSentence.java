package dev.latido.cli;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a failure says to the user: the product's own words where it has some, else the root cause, on one line. */
final class FailureSentence {

    private static final int LONGEST_CHAIN = 100;

    private FailureSentence() {}

    static String of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.stream()
                .filter(FailureSentence::isWrittenForTheUser)
                .findFirst()
                .map(ours -> onOneLine(ours.getMessage()))
                .orElseGet(() -> describe(chain.get(chain.size() - 1)));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = failure;
        while (next != null && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    /** The messages of the product's own exceptions are sentences. */
    private static boolean isWrittenForTheUser(Throwable failure) {
        return failure.getClass().getName().startsWith("dev.latido.")
                && !onOneLine(failure.getMessage()).isEmpty();
    }

    private static String describe(Throwable root) {
        String message = onOneLine(root.getMessage());
        if (root instanceof NoSuchFileException) {
            return "There is no file " + message + ".";
        }
        if (root instanceof AccessDeniedException) {
            return "Access to " + message + " is denied.";
        }
        String name = root.getClass().getSimpleName();
        return (message.isEmpty() ? name : name + ": " + message) + " (--debug shows where).";
    }

    static String onOneLine(@Nullable String message) {
        return requireNonNullElse(message, "").strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
