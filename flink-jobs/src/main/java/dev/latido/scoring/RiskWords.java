package dev.latido.scoring;

import dev.latido.feature.Language;
import java.time.Instant;

/** How one language speaks of risks and of what they come from. */
public interface RiskWords {

    /** The words of a language. */
    static RiskWords in(Language language) {
        return switch (language) {
            case ENGLISH -> new EnglishRiskWords();
            case SPANISH -> new SpanishRiskWords();
        };
    }

    /** A fact and its direction: <i>no session for 9 days: raises risk</i>. */
    String factor(String fact, Effect effect, boolean raises);

    /** What has been found of a customer, on one line. */
    String title(RiskFinding found);

    /** The same in sentences, with what it comes from. */
    String message(RiskFinding found);

    /** That an alert about the risk of that model is over, on one line. */
    String endTitle(String model, Ending ending);

    /** Why it is over: a sentence. */
    String reason(String model, Ending ending);

    /**
     * How far a probability has come down: a sentence.
     *
     * @param calmUpTo where it had to come
     * @param days at how many daily evaluations in a row
     */
    String calm(double probability, double calmUpTo, int days);

    /** When the alert was raised: a sentence. */
    String opened(Instant at);
}
