package dev.latido.backtest.page;

/** Says in one sentence where a report cannot be written. */
public final class UnwritableReportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableReportException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
