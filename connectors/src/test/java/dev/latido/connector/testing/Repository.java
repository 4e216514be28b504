package dev.latido.connector.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latido.connector.mapping.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's own files are, and the fixtures beside it, which not every machine has. */
public final class Repository {

    private Repository() {}

    /** A folder or file of the project. */
    public static Path file(String path) {
        return root().resolve(path);
    }

    /** A shipped mapping. */
    public static Mapping mapping(String source) {
        return Mapping.load(file("config/sources/" + source + ".yaml"), MappedEvent.KINDS);
    }

    /** A file or folder of the fixtures; where they are absent the test is skipped. */
    public static Path fixture(String path) {
        String set = System.getProperty("latido.fixtures");
        Path fixtures = set == null ? root().resolveSibling("shared").resolve("fixtures") : Path.of(set);
        Path found = fixtures.resolve(path);
        assumeTrue(Files.exists(found), "fixture " + found + " is absent");
        return found;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("config/sources"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException(
                    "no config/sources above " + Path.of("").toAbsolutePath());
        }
        return folder;
    }
}
