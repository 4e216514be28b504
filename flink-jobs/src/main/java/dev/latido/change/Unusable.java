package dev.latido.change;

import static java.util.Objects.requireNonNull;

/**
 * A record on a topic of changes that names what is to change, but is no change of it.
 *
 * @param by empty where nobody is named
 * @param reason empty where none is given
 * @param error what is wrong, in one sentence
 */
public record Unusable(ChangeKind kind, String subject, String by, String reason, String error) implements Request {
    public Unusable {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(by, "by");
        requireNonNull(reason, "reason");
        requireNonNull(error, "error");
    }
}
