package dev.latido.model.booster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The prediction that a model starts from, as it is written: a number, or since XGBoost 3.1 a list with brackets. */
final class BaseScore {

    private BaseScore() {}

    /** A margin per output. */
    static List<Float> margins(Field field, Objective objective, int outputs) throws UnusableModelException {
        String text = field.text().strip();
        boolean list = text.startsWith("[") && text.endsWith("]");
        List<Float> margins = new ArrayList<>();
        for (String score : (list ? text.substring(1, text.length() - 1) : text).split(",", -1)) {
            margins.add(margin(field, objective, score));
        }
        if (margins.size() == 1) {
            return Collections.nCopies(outputs, margins.get(0));
        }
        if (margins.size() != outputs) {
            throw new UnusableModelException("The model has " + outputs + " outputs and " + margins.size()
                    + " values in its '" + field.path() + "'.");
        }
        return margins;
    }

    private static float margin(Field field, Objective objective, String score) throws UnusableModelException {
        try {
            float margin = objective.baseMargin(Float.parseFloat(score));
            if (Float.isFinite(margin)) {
                return margin;
            }
        } catch (NumberFormatException e) {
            throw new UnusableModelException(
                    "The model's '" + field.path() + "' is not a number: " + Field.quoted(score) + ".", e);
        }
        throw new UnusableModelException("The model's '" + field.path() + "' is " + Field.quoted(score)
                + ", which is not possible for " + objective.label() + ".");
    }
}
