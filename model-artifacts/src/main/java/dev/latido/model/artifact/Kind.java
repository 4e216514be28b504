package dev.latido.model.artifact;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latido.model.booster.Objective;

/** What the prediction of a model is. */
public enum Kind {
    /** The probability of something, from 0 to 1. */
    @JsonProperty("probability")
    PROBABILITY,
    /** An amount, in the unit of its label. */
    @JsonProperty("amount")
    AMOUNT,
    /** Anything else: a rank, a class, a margin. */
    @JsonProperty("score")
    SCORE;

    /** The kind of the predictions of a model with this objective. */
    public static Kind of(Objective objective) {
        return switch (objective) {
            case BINARY_LOGISTIC, REG_LOGISTIC -> PROBABILITY;
            case BINARY_LOGITRAW, MULTI_SOFTMAX, MULTI_SOFTPROB, RANK_MAP, RANK_NDCG, RANK_PAIRWISE -> SCORE;
            default -> AMOUNT;
        };
    }
}
