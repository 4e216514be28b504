package dev.latido.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latido.scoring.ModelChange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the comparison of an artifact in the shadow with the active one must have shown before it is promoted.
 *
 * @param minRows how many scores were compared at least; null for any number
 * @param maxPsi population stability index of the two distributions of scores at most; null for any
 */
public record PromotionGate(
        @Nullable Long minRows, @Nullable Double maxPsi) {

    /** Fails, with what is missing, where the artifact in the shadow may not be promoted. */
    public void require(ModelChange model, SaidOfModels said) throws UnusableModelChangeException {
        if (minRows == null && maxPsi == null) {
            return;
        }
        JsonNode comparison = said.comparison(model)
                .orElseThrow(
                        () -> new UnusableModelChangeException("Nothing has been said yet of how the shadow of model "
                                + model.model()
                                + " compares with the active artifact; without --min-rows and --max-psi, it is"
                                + " promoted all the same."));
        long rows = comparison.path("rows").asLong();
        if (minRows != null && rows < minRows) {
            throw new UnusableModelChangeException("The shadow of model " + model.model() + " has been compared on "
                    + rows + " scores; --min-rows asks for " + minRows + ".");
        }
        if (maxPsi != null) {
            requireStable(model, comparison.path("psi"), maxPsi);
        }
    }

    private static void requireStable(ModelChange model, JsonNode psi, double most)
            throws UnusableModelChangeException {
        if (!psi.isNumber()) {
            throw new UnusableModelChangeException(
                    "The PSI of model " + model.model() + " and its shadow is not known; --max-psi asks for it.");
        }
        if (psi.doubleValue() > most) {
            throw new UnusableModelChangeException(String.format(
                    Locale.ROOT,
                    "The scores of model %s and its shadow differ by a PSI of %.3f; --max-psi allows %s.",
                    model.model(),
                    psi.doubleValue(),
                    most));
        }
    }
}
