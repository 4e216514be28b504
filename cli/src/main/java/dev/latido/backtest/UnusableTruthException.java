package dev.latido.backtest;

/** Says in one sentence why the truth about who left cannot be used. */
public final class UnusableTruthException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableTruthException(String sentence) {
        super(sentence);
    }

    UnusableTruthException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
