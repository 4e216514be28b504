package dev.latido.model.artifact;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.latido.model.table.TableEncoding;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code artifact.yaml} says; {@code config/schemas/model-artifact.schema.json} describes it.
 *
 * @param name what it predicts, in kebab case, such as {@code churn}
 * @param version tells the artifacts of a name apart: letters, digits, dots, underscores and hyphens, at most 64
 * @param kind what its predictions are
 * @param xgboost the version of XGBoost that trained it; null where that is not known
 * @param files the SHA-256 of every other file that counts
 * @param features in the order of the model, each another
 * @param objective of the model, in XGBoost's words
 * @param label what it predicts, exactly; null where that is not known
 * @param training what it was trained on; null where that is not known
 * @param calibration how probabilities are made of margins
 * @param cuts null where 0.7 and 0.4 are good enough
 * @param parameters of the training, by name
 * @param metrics on the test rows, by name
 * @param table how a table's columns become the features; null where the features are not those of a table
 * @param note what else a reader should know; null for nothing
 */
public record Manifest(
        String name,
        String version,
        Kind kind,
        @Nullable String xgboost,
        Map<String, String> files,
        List<FeatureColumn> features,
        String objective,
        @Nullable Label label,
        @Nullable TrainingFacts training,
        @Nullable Calibration calibration,
        @Nullable Cuts cuts,
        @Nullable Map<String, Object> parameters,
        @Nullable Map<String, Double> metrics,
        @Nullable TableEncoding table,
        @Nullable String note) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_NAME = 64;

    public Manifest {
        name = required(name, "name");
        version = required(version, "version");
        kind = required(kind, "kind");
        files = Collections.unmodifiableMap(new TreeMap<>(required(files, "files")));
        features = List.copyOf(required(features, "features"));
        objective = required(objective, "objective");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNullElse(parameters, Map.of())));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNullElse(metrics, Map.of())));
        calibration = requireNonNullElse(calibration, Calibration.NONE);
        require(isName(name), "name is \"" + name + "\", but must be in kebab case, such as churn");
        require(isVersion(version), "version is \"" + version + "\", but must be 1 to 64 letters, digits, . _ or -");
        requireDifferent(features);
        require(
                kind == Kind.PROBABILITY || (calibration.isNone() && cuts == null),
                "calibration and cuts are for kind probability only");
        require(
                table == null || table.features().equals(names(features)),
                "table makes other features than those of the list");
    }

    /** Whether the text can name a model. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
    }

    /** Whether the text can tell artifacts of a model apart. */
    public static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /** The names of the features, in order. */
    public List<String> featureNames() {
        return names(features);
    }

    @Override
    public Calibration calibration() {
        return requireNonNull(calibration);
    }

    @Override
    public Map<String, Object> parameters() {
        return requireNonNull(parameters);
    }

    @Override
    public Map<String, Double> metrics() {
        return requireNonNull(metrics);
    }

    private static List<String> names(List<FeatureColumn> features) {
        return features.stream().map(FeatureColumn::name).toList();
    }

    private static <T> T required(@Nullable T value, String key) {
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    private static void requireDifferent(List<FeatureColumn> features) {
        require(!features.isEmpty(), "features has no feature");
        Set<String> seen = new HashSet<>();
        for (String name : names(features)) {
            require(seen.add(name), "features has " + name + " twice");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
