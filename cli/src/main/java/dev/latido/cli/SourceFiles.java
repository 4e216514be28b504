package dev.latido.cli;

import dev.latido.connector.replay.InputFile;
import dev.latido.job.MappingFiles;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SourceSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The files that {@code --source NAME=FILE} names, with the mappings that read them. */
final class SourceFiles {

    private static final int DEFAULT_BOUND_SECONDS = 5;

    private final CommandLine command;
    private final LatidoSettings settings;
    private final Map<String, String> mappingsBySource = new HashMap<>();

    SourceFiles(CommandLine command, LatidoSettings settings) {
        this.command = command;
        this.settings = settings;
    }

    List<InputFile> of(List<String> arguments) throws SettingsException {
        List<InputFile> files = new ArrayList<>();
        for (String argument : arguments) {
            files.add(inputFile(argument));
        }
        return files;
    }

    private InputFile inputFile(String argument) throws SettingsException {
        int equals = argument.indexOf('=');
        if (equals < 1 || equals == argument.length() - 1) {
            throw usage("--source is " + argument + "; it reads NAME=FILE");
        }
        String mapping = argument.substring(0, equals);
        Path file = Path.of(argument.substring(equals + 1));
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandFailure(file + (Files.exists(file) ? " cannot be read as a file." : " does not exist."));
        }
        return new InputFile(
                sourceName(mapping), file.toString(), MappingFiles.load(mapping), boundMillis(settings, mapping));
    }

    /** What a source is called is in event ids, aliases and counts: it must mean one mapping. */
    private String sourceName(String mapping) {
        String name = MappingFiles.sourceName(mapping);
        String known = mappingsBySource.putIfAbsent(name, mapping);
        if (known != null && !known.equals(mapping)) {
            throw usage("--source names the mappings " + known + " and " + mapping + ", whose sources are both called "
                    + name + "; rename one of the files");
        }
        return name;
    }

    /** The bound of the source in the settings that is read by the same mapping; the usual one where there is none. */
    private static long boundMillis(LatidoSettings settings, String mapping) {
        return 1000L
                * settings.sources().values().stream()
                        .filter(source -> source.mapping().equals(mapping))
                        .mapToInt(SourceSettings::outOfOrdernessSeconds)
                        .max()
                        .orElse(DEFAULT_BOUND_SECONDS);
    }

    private ParameterException usage(String message) {
        return new ParameterException(command, message);
    }
}
