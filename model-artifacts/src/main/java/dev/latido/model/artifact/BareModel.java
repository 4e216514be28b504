package dev.latido.model.artifact;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.BoosterReader;
import dev.latido.model.booster.UnusableModelException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A model file of XGBoost's, of which nobody says more than it says itself. */
final class BareModel {

    private static final int VERSION_DIGITS = 12;

    private BareModel() {}

    static ModelArtifact read(String name, byte[] model, List<String> features) throws UnusableArtifactException {
        if (model.length > ArtifactFiles.MOST_BYTES) {
            throw new UnusableArtifactException("The model has more than 32 MiB, which is the most that it may have.");
        }
        try {
            Booster booster = BoosterReader.read(model);
            String sha256 = Sha256.of(model);
            return new ModelArtifact(
                    manifest(name, sha256.substring(0, VERSION_DIGITS), booster, columns(booster, features)),
                    sha256,
                    booster,
                    null);
        } catch (UnusableModelException e) {
            throw new UnusableArtifactException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new UnusableArtifactException("The model cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static Manifest manifest(String name, String version, Booster booster, List<FeatureColumn> features) {
        return new Manifest(
                name,
                version,
                Kind.of(booster.objective()),
                booster.xgboostVersion(),
                Map.of(),
                features,
                booster.objective().label(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<FeatureColumn> columns(Booster booster, List<String> given) throws UnusableArtifactException {
        List<String> own = booster.features().names();
        List<String> names = given.isEmpty() ? own : given;
        if (names.size() != booster.featureCount()) {
            throw new UnusableArtifactException(
                    "The model has " + booster.featureCount() + " features, but " + names.size() + " are named.");
        }
        if (!own.equals(names) && new HashSet<>(own).equals(new HashSet<>(names))) {
            throw new UnusableArtifactException(
                    "The features are named in another order than in the model, where it is " + String.join(", ", own)
                            + ".");
        }
        List<String> types = booster.features().types();
        return IntStream.range(0, names.size())
                .mapToObj(i -> new FeatureColumn(
                        names.get(i),
                        types.isEmpty() ? FeatureColumn.Type.FLOAT : FeatureColumn.Type.ofXgboost(types.get(i))))
                .toList();
    }
}
