package dev.latido.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** STAND-IN. Model artifacts for tests. */
public final class Artifacts {
    private Artifacts() {}

    public static Map<String, byte[]> files(String model, String version) {
        byte[] json = ("{\"model\":\"" + version + "\"}").getBytes(UTF_8);
        return Map.of("model.json", json, "artifact.yaml", ("name: " + model + "\nversion: \"" + version + "\"\nfiles:\n  model.json: " + sha256(json) + "\n").getBytes(UTF_8));
    }

    public static ModelContent content(String model, String version) {
        Map<String, byte[]> files = files(model, version);
        return new ModelContent(sha256(files.get("artifact.yaml")), version, files);
    }

    /** An artifact in a directory of its own. */
    public static ArtifactRef write(Path directory, String model, String version) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> file : files(model, version).entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
        return new ArtifactRef(directory.toAbsolutePath().toString(), content(model, version).sha256());
    }

    public static ArtifactRef ref(String model, String version) {
        return new ArtifactRef("/models/" + model + "/" + version, content(model, version).sha256());
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
