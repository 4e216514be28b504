package dev.latido.backtest;

import static java.util.Objects.requireNonNull;

/**
 * What finds customers without being a rule, to compare rules with.
 *
 * @param id unlike that of any rule or other counterpart
 */
public record Counterpart(String id, Kind kind, String title) {

    public Counterpart {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
    }

    /** The sorts of counterparts. */
    public enum Kind {
        /** The health score: its bands, or the alerts of its levels. */
        HEALTH("health"),
        /** The alerts of a model. */
        MODEL("model");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
