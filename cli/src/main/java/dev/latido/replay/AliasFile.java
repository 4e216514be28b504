package dev.latido.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.latido.ingest.Aliases;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A CSV file with a header and the columns source, foreign id and customer. */
public final class AliasFile {

    private static final int COLUMNS = 3;

    private AliasFile() {}

    public static Aliases read(Path file) throws SettingsException {
        Map<String, Map<String, String>> bySource = new HashMap<>();
        try (var reader = Files.newBufferedReader(file);
                MappingIterator<String[]> rows = new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .readValues(reader)) {
            for (int number = 1; rows.hasNext(); number++) {
                String[] row = rows.next();
                if (row.length != COLUMNS) {
                    throw new SettingsException("The alias file " + file + " has " + row.length + " columns in row "
                            + number + "; it needs source, foreign id and customer.");
                }
                if (number > 1) {
                    bySource.computeIfAbsent(row[0], source -> new HashMap<>()).put(row[1], row[2]);
                }
            }
        } catch (NoSuchFileException e) {
            throw new SettingsException("The alias file " + file + " does not exist.");
        } catch (JsonProcessingException e) {
            throw new SettingsException("The alias file " + file + " is not CSV: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new SettingsException("The alias file " + file + " cannot be read: " + e.getMessage());
        }
        return new Aliases(bySource);
    }
}
