package dev.latido.feature;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of features; the block {@code features} of the settings. Names are those of events, as they stand there.
 *
 * @param publish whether a row for each customer and day, and the outcomes, are published
 * @param keyUses features and actions of which the product's use consists
 * @param pricingPages pages with prices, plans and bills
 * @param cancelPages pages on which customers cancel, or take their data home
 * @param errorActions actions that say that something failed
 */
public record FeatureConfig(
        boolean publish,
        Set<String> keyUses,
        Set<String> pricingPages,
        Set<String> cancelPages,
        Set<String> errorActions)
        implements Serializable {

    public FeatureConfig {
        keyUses = names("keyUses", keyUses);
        pricingPages = names("pricingPages", pricingPages);
        cancelPages = names("cancelPages", cancelPages);
        errorActions = names("errorActions", errorActions);
    }

    /** The same, with nothing published. */
    public FeatureConfig unpublished() {
        return new FeatureConfig(false, keyUses, pricingPages, cancelPages, errorActions);
    }

    private static Set<String> names(String key, Set<String> names) {
        for (@Nullable String name : names) {
            if (name == null || name.isBlank()) {
                throw new IllegalArgumentException("features." + key + " must not hold an empty name");
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
