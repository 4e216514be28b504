package dev.latido.job;

import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.mapping.MappingException;
import dev.latido.ingest.CustomerEventFactory;
import dev.latido.setting.SettingsException;
import dev.latido.setting.ShippedConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Mappings by the names that settings and commands give them: one that is shipped, or the path of a file. */
public final class MappingFiles {

    private MappingFiles() {}

    /** Whether a name is a file's path rather than the name of a shipped mapping. */
    public static boolean isPath(String name) {
        return name.contains("/") || name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /** What a source is called that is read by this mapping: the shipped name, or the file's without its ending. */
    public static String sourceName(String name) {
        return isPath(name) ? String.valueOf(Path.of(name).getFileName()).replaceFirst("\\.ya?ml$", "") : name;
    }

    public static Mapping load(String name) throws SettingsException {
        try {
            return isPath(name) ? Mapping.load(Path.of(name), CustomerEventFactory.KINDS) : shipped(name);
        } catch (MappingException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }

    private static Mapping shipped(String name) throws SettingsException {
        String file = "sources/" + name + ".yaml";
        try (InputStream in = ShippedConfig.open(file)) {
            if (in == null) {
                throw new SettingsException("There is no mapping " + ShippedConfig.describe(file)
                        + "; give the name of one in config/sources, or the path of a YAML file.");
            }
            return Mapping.load(in, ShippedConfig.describe(file), CustomerEventFactory.KINDS);
        } catch (IOException e) {
            throw new SettingsException(ShippedConfig.describe(file) + " cannot be read: " + e.getMessage());
        }
    }
}
