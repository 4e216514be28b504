package dev.latido.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STAND-IN until dev.latido.model.artifact.ModelArtifact is merged. */
public final class ArtifactReader {

    private ArtifactReader() {}

    public static ScoringArtifact read(Map<String, byte[]> files) throws UnusableArtifactException {
        return read(files, sha256(files.getOrDefault("artifact.yaml", new byte[0])));
    }

    public static ScoringArtifact read(Map<String, byte[]> files, String sha256) throws UnusableArtifactException {
        byte[] manifest = files.getOrDefault("artifact.yaml", new byte[0]);
        String found = sha256(manifest);
        if (!found.equals(sha256)) {
            throw new UnusableArtifactException("its artifact.yaml has the SHA-256 " + found + ", not " + sha256 + ".");
        }
        String text = new String(manifest, UTF_8);
        Matcher file = Pattern.compile("(?m)^  (\\S+): ([0-9a-f]{64})$").matcher(text);
        while (file.find()) {
            if (!sha256(files.getOrDefault(file.group(1), new byte[0])).equals(file.group(2))) {
                throw new UnusableArtifactException(file.group(1) + " is not the file that artifact.yaml names.");
            }
        }
        return new ScoringArtifact(field(text, "name"), field(text, "version"), sha256);
    }

    private static String field(String text, String name) throws UnusableArtifactException {
        Matcher line = Pattern.compile("(?m)^" + name + ": \"?([^\"\n]+)\"?$").matcher(text);
        if (!line.find()) {
            throw new UnusableArtifactException("its artifact.yaml has no " + name + ".");
        }
        return line.group(1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
