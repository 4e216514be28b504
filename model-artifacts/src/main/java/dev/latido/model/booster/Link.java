package dev.latido.model.booster;

import java.util.Arrays;

/** How predictions are made of margins, and a base margin of a base score; in XGBoost's {@code float} arithmetic. */
enum Link {
    IDENTITY {
        @Override
        void predictions(float[] margins, float[] predictions) {
            System.arraycopy(margins, 0, predictions, 0, margins.length);
        }
    },
    SORTED {
        @Override
        void predictions(float[] margins, float[] predictions) {
            System.arraycopy(margins, 0, predictions, 0, margins.length);
            Arrays.sort(predictions, 0, margins.length);
        }
    },
    LOGISTIC {
        @Override
        void predictions(float[] margins, float[] predictions) {
            for (int output = 0; output < margins.length; output++) {
                predictions[output] = sigmoid(margins[output]);
            }
        }

        @Override
        float baseMargin(float baseScore) {
            return logit(baseScore);
        }
    },
    EXPONENTIAL {
        @Override
        void predictions(float[] margins, float[] predictions) {
            for (int output = 0; output < margins.length; output++) {
                predictions[output] = FloatMath.exp(margins[output]);
            }
        }

        @Override
        float baseMargin(float baseScore) {
            return FloatMath.log(baseScore);
        }
    },
    SOFTMAX {
        @Override
        void predictions(float[] margins, float[] predictions) {
            float highest = margins[best(margins)];
            double sum = 0;
            for (int output = 0; output < margins.length; output++) {
                predictions[output] = FloatMath.exp(margins[output] - highest);
                sum += predictions[output];
            }
            for (int output = 0; output < margins.length; output++) {
                predictions[output] /= (float) sum;
            }
        }
    },
    BEST_CLASS {
        @Override
        void predictions(float[] margins, float[] predictions) {
            predictions[0] = best(margins);
        }

        @Override
        int predictionCount(int outputs) {
            return 1;
        }
    };

    private static final float HIGHEST_EXPONENT = 88.7f;

    abstract void predictions(float[] margins, float[] predictions);

    int predictionCount(int outputs) {
        return outputs;
    }

    float baseMargin(float baseScore) {
        return baseScore;
    }

    private static float sigmoid(float margin) {
        return 1f / (FloatMath.exp(Math.min(-margin, HIGHEST_EXPONENT)) + 1f + 1e-16f);
    }

    private static float logit(float probability) {
        return -FloatMath.log(1f / probability - 1f);
    }

    private static int best(float[] margins) {
        int best = 0;
        for (int output = 1; output < margins.length; output++) {
            if (margins[output] > margins[best]) {
                best = output;
            }
        }
        return best;
    }
}
