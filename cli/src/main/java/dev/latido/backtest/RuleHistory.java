package dev.latido.backtest;

import dev.latido.connector.replay.InputFile;
import dev.latido.control.FoundArtifact;
import dev.latido.ingest.Aliases;
import dev.latido.setting.LatidoSettings;
import java.nio.file.Path;
import java.util.List;

/** Runs the rules of a directory over files of events and returns what they found. */
public interface RuleHistory {

    History of(Path rules, Recording recording) throws Exception;

    /**
     * Recorded events and how they are read.
     *
     * @param models artifacts that score all the time, each of another model
     * @param until instant (milliseconds) up to which time goes on, or {@code FilesSource.UNTIL_LAST_EVENT}
     */
    record Recording(
            List<InputFile> files, Aliases aliases, List<FoundArtifact> models, long until, LatidoSettings settings) {
        public Recording {
            files = List.copyOf(files);
            models = List.copyOf(models);
        }
    }
}
