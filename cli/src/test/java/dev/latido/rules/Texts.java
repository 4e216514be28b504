package dev.latido.rules;

/** Texts of rules for tests. */
final class Texts {

    private Texts() {}

    /** A rule of one step. */
    static String rule(String id, int version) {
        return """
                id: %s
                version: %d
                title: A rule for tests
                message: It happened.
                severity: monitor
                steps:
                  - step: login
                    kind: LOGIN
                """.formatted(id, version);
    }
}
