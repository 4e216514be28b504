package dev.latido.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A checkout with the real scripts, run in a shell that finds nothing but what the test installs. */
final class Checkout {

    private static final List<String> TOOLS = List.of(
            "cat",
            "chmod",
            "dirname",
            "find",
            "gzip",
            "head",
            "mkdir",
            "mktemp",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sha512sum",
            "tar",
            "touch");

    private final Path directory;
    private final Path root;
    private final Path bin;
    private final Map<String, String> environment = new TreeMap<>();

    Checkout(Path directory) throws IOException {
        this.directory = directory;
        root = Files.createDirectories(directory.resolve("a check out"));
        bin = Files.createDirectory(directory.resolve("bin"));
        for (String tool : TOOLS) {
            install(tool, "exec " + installed(tool) + " \"$@\"");
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", directory.resolve("home").toString());
        for (String file : List.of("latido", "mvnw", "pom.xml", ".mvn/wrapper/java.sh")) {
            copy(file);
        }
    }

    private static Path installed(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.copy(Path.of("..", file), root.resolve(file));
    }

    Path root() {
        return root;
    }

    Path directory() {
        return directory;
    }

    Path write(String file, String text) throws IOException {
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        return Files.writeString(target, text);
    }

    /** Puts a program on the PATH. */
    void install(String name, String... script) throws IOException {
        program(bin.resolve(name), script);
    }

    static void program(Path file, String... script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", script) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts a JDK on the PATH whose java prints its arguments, one on a line. */
    void installJava(String version) throws IOException {
        Path home = directory.resolve("jdk");
        program(
                home.resolve("bin/java"),
                "if [ \"$1\" = -XshowSettings:properties ]; then",
                "    echo '    java.home = " + home + "' >&2",
                "    echo '    java.specification.version = " + version + "' >&2",
                "    exit",
                "fi",
                "for argument; do echo \"$argument\"; done");
        program(home.resolve("bin/javac"));
        Files.deleteIfExists(bin.resolve("java"));
        Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin/java"));
    }

    void export(String variable, String value) {
        environment.put(variable, value);
    }

    Ended run(String script, String... arguments) throws IOException, InterruptedException {
        return run(root.resolve(script), arguments);
    }

    Ended run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Ended(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    /** What a script left behind when it ended. */
    record Ended(int exitCode, String out, String err) {}
}
