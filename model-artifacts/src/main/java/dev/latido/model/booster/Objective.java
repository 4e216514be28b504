package dev.latido.model.booster;

import java.util.Arrays;
import java.util.Optional;

/** What a model was trained for, which decides how its predictions are made of its margins. */
public enum Objective {
    BINARY_LOGISTIC("binary:logistic", Link.LOGISTIC),
    BINARY_LOGITRAW("binary:logitraw", Link.IDENTITY),
    COUNT_POISSON("count:poisson", Link.EXPONENTIAL),
    MULTI_SOFTMAX("multi:softmax", Link.BEST_CLASS),
    MULTI_SOFTPROB("multi:softprob", Link.SOFTMAX),
    RANK_MAP("rank:map", Link.IDENTITY),
    RANK_NDCG("rank:ndcg", Link.IDENTITY),
    RANK_PAIRWISE("rank:pairwise", Link.IDENTITY),
    REG_ABSOLUTE_ERROR("reg:absoluteerror", Link.IDENTITY),
    REG_GAMMA("reg:gamma", Link.EXPONENTIAL),
    REG_LINEAR("reg:linear", Link.IDENTITY),
    REG_LOGISTIC("reg:logistic", Link.LOGISTIC),
    REG_PSEUDO_HUBER_ERROR("reg:pseudohubererror", Link.IDENTITY),
    REG_QUANTILE_ERROR("reg:quantileerror", Link.IDENTITY),
    /** As XGBoost 3.4 has it: the quantiles of a row never cross. */
    REG_QUANTILE_ERROR_SORTED("reg:quantileerror", Link.SORTED),
    REG_SQUARED_ERROR("reg:squarederror", Link.IDENTITY),
    REG_SQUARED_LOG_ERROR("reg:squaredlogerror", Link.IDENTITY),
    REG_TWEEDIE("reg:tweedie", Link.EXPONENTIAL);

    private static final FormatVersion SORTS_QUANTILES = new FormatVersion(3, 4, 0);
    /** Before, the base score of {@code binary:logitraw} was a probability to the XGBoost that wrote it. */
    private static final FormatVersion TAKES_RAW_BASE_SCORE = new FormatVersion(1, 3, 1);

    private final String label;
    private final Link link;

    Objective(String label, Link link) {
        this.label = label;
        this.link = link;
    }

    /** The objective of this name in XGBoost's words, such as {@code binary:logistic}; empty when it is not known. */
    public static Optional<Objective> of(String label) {
        return Arrays.stream(values())
                .filter(objective -> objective.label.equals(label))
                .findFirst();
    }

    /** Its name in XGBoost's words, such as {@code binary:logistic}. */
    public String label() {
        return label;
    }

    /** How many predictions a row with so many margins has: as many, but one where the prediction is a class. */
    public int predictionCount(int outputs) {
        return link.predictionCount(outputs);
    }

    /**
     * Makes the predictions of one row of its margins.
     *
     * @param margins a margin per output
     * @param predictions receives {@link #predictionCount} values; may be the same array
     */
    public void predictions(float[] margins, float[] predictions) {
        link.predictions(margins, predictions);
    }

    /** Whether there is an output per class. */
    boolean hasClasses() {
        return this == MULTI_SOFTMAX || this == MULTI_SOFTPROB;
    }

    /** This objective as this version of XGBoost has it. */
    Objective in(FormatVersion version) throws UnusableModelException {
        if (this == BINARY_LOGITRAW && !version.isAtLeast(TAKES_RAW_BASE_SCORE)) {
            throw new UnusableModelException("The model's objective " + label + " had another meaning in XGBoost "
                    + version + " than it has since " + TAKES_RAW_BASE_SCORE + ".");
        }
        return this == REG_QUANTILE_ERROR && version.isAtLeast(SORTS_QUANTILES) ? REG_QUANTILE_ERROR_SORTED : this;
    }

    /** The margin that stands for a base score as a model file states it; not finite when there is none. */
    float baseMargin(float baseScore) {
        return link.baseMargin(baseScore);
    }
}
