package dev.latido.model.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A directory that holds an artifact. */
public final class ArtifactDirectory {

    private static final String UNFINISHED = ".unfinished";

    private ArtifactDirectory() {}

    /**
     * Reads and checks the artifact in a directory.
     *
     * @throws UnusableArtifactException with a sentence that names the directory, the file in it and the fact
     */
    public static ModelArtifact read(Path directory) throws UnusableArtifactException {
        return read(directory, Optional.empty());
    }

    /** The same, of which the SHA-256 of the manifest is known. */
    public static ModelArtifact read(Path directory, Optional<String> sha256) throws UnusableArtifactException {
        if (!Files.isDirectory(directory)) {
            throw new UnusableArtifactException("The directory " + directory + " does not exist.");
        }
        try {
            return ModelArtifact.of(ArtifactFiles.read(name -> open(directory.resolve(name))), sha256);
        } catch (UnusableArtifactException e) {
            throw new UnusableArtifactException("The model in " + directory + " is refused: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UnusableArtifactException("The model in " + directory + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<InputStream> open(Path file) throws IOException {
        try {
            return Optional.of(Files.newInputStream(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes files into a directory, which is made where there is none; no file has its name before it is complete, and the
     * manifest comes last. Other files are left alone, but for those of an artifact that is replaced.
     */
    public static void write(Path directory, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(directory);
        Map<String, byte[]> others = new TreeMap<>(files);
        byte[] manifest = others.remove(ArtifactFiles.MANIFEST);
        for (String name : ArtifactFiles.NAMES) {
            if (!others.containsKey(name)) {
                Files.deleteIfExists(directory.resolve(name));
            }
        }
        for (Map.Entry<String, byte[]> file : others.entrySet()) {
            write(directory.resolve(file.getKey()), file.getValue());
        }
        if (manifest != null) {
            write(directory.resolve(ArtifactFiles.MANIFEST), manifest);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.write(unfinished, content);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
