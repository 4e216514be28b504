package dev.latido.model.scorer;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.UnusableModelException;
import dev.latido.model.forest.Forest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What scores: this module's own forest, or XGBoost4J for those who want it; their margins are the same. */
public enum ScorerChoice {
    FOREST {
        @Override
        public Scorer open(Booster model, byte[] document) {
            return new ForestScorer(Forest.of(model));
        }

        @Override
        public void require() {}
    },
    XGBOOST4J {
        @Override
        public Scorer open(Booster model, byte[] document)
                throws UnusableModelException, MissingNativeLibraryException {
            return Xgboost4jScorer.open(model, document);
        }

        @Override
        public void require() throws MissingNativeLibraryException {
            NativeLibrary.require();
        }
    };

    /** The choice of this name; empty when there is none. */
    public static Optional<ScorerChoice> of(String label) {
        return Arrays.stream(values())
                .filter(choice -> choice.label().equals(label))
                .findFirst();
    }

    /** Its name in settings: {@code forest} or {@code xgboost4j}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Fails where it cannot be used on this machine. */
    public abstract void require() throws MissingNativeLibraryException;

    /** A scorer for a model, given as read and as the bytes that were read. */
    public abstract Scorer open(Booster model, byte[] document)
            throws UnusableModelException, MissingNativeLibraryException;
}
