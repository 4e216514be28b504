package dev.latido.training;

import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.model.report.ModelCard;
import dev.latido.model.training.TrainedModel;
import dev.latido.training.page.TrainingPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** The files of a model that has been trained: its artifact, and what people read of it. */
public final class TrainingFiles {

    private TrainingFiles() {}

    /**
     * Writes all of them.
     *
     * @param retrain the command that made the model
     * @return the names of the files
     */
    public static List<String> write(Path directory, TrainedModel model, String retrain) {
        TreeMap<String, byte[]> files = new TreeMap<>(model.files());
        files.put("MODEL_CARD.md", ModelCard.of(model, retrain).getBytes(StandardCharsets.UTF_8));
        files.put("report.html", TrainingPage.of(model).getBytes(StandardCharsets.UTF_8));
        try {
            ArtifactDirectory.write(directory, files);
        } catch (IOException e) {
            throw new UnwritableModelException("The model cannot be written to " + directory + ".", e);
        }
        return List.copyOf(files.keySet());
    }
}
