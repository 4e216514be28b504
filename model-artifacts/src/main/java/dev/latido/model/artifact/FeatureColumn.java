package dev.latido.model.artifact;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A feature of a model: its name, and what its values are. */
public record FeatureColumn(String name, Type type) {

    /** What the values of a feature are. */
    public enum Type {
        /** Any numbers. */
        @JsonProperty("float")
        FLOAT("float"),
        /** Whole numbers. */
        @JsonProperty("int")
        INT("int"),
        /** 0 and 1. */
        @JsonProperty("indicator")
        INDICATOR("i"),
        /** Numbers of categories, from 0. */
        @JsonProperty("category")
        CATEGORY("c");

        private final String xgboost;

        Type(String xgboost) {
            this.xgboost = xgboost;
        }

        /** The same in XGBoost's words. */
        public String xgboost() {
            return xgboost;
        }

        /** The type that XGBoost calls so; any numbers where it is not known. */
        static Type ofXgboost(String type) {
            for (Type known : values()) {
                if (known.xgboost.equals(type)) {
                    return known;
                }
            }
            return FLOAT;
        }
    }

    public FeatureColumn {
        requireNonNull(name, "a feature has no name");
        requireNonNull(type, "the feature " + name + " has no type");
    }
}
