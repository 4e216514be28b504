package dev.latido.bench.score;

/** Two sides have computed different things, so that their times say nothing. */
final class DifferentResultsException extends Exception {

    private static final long serialVersionUID = 1L;

    DifferentResultsException(String sentence) {
        super(sentence);
    }
}
