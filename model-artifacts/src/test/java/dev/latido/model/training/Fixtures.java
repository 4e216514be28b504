package dev.latido.model.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The fixtures beside the project, which not every machine has. */
final class Fixtures {

    private Fixtures() {}

    /** A file of the fixtures; where they are absent the test is skipped. */
    static Path path(String name) {
        String set = System.getProperty("latido.fixtures");
        Path fixtures = set == null ? Path.of("../../shared/fixtures") : Path.of(set);
        Path found = fixtures.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.exists(found), "fixture " + found + " is absent");
        return found;
    }
}
