package dev.latido.ceiling;

import dev.latido.simulator.Delivery;
import dev.latido.simulator.Simulation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The deliveries of a simulation as plain files, one for each source. */
final class DeliveredFiles {

    private static final String CLICKS = "segment";

    private DeliveredFiles() {}

    /**
     * Writes them.
     *
     * @param clicksUntil later clicks are left out: they are nine records in ten, and whoever predicts before them does not see
     *     them; what else is delivered later tells what came of the predictions
     * @return the files by the sources, which are names of mappings
     */
    static Map<String, Path> write(Simulation simulation, Instant clicksUntil, Path directory) throws IOException {
        Map<String, OutputStream> outputs = new HashMap<>();
        Map<String, Path> files = new HashMap<>();
        try {
            for (Delivery delivery : simulation) {
                String source = delivery.source();
                if (source.equals(CLICKS) && !delivery.deliveredAt().isBefore(clicksUntil)) {
                    continue;
                }
                OutputStream output = outputs.get(source);
                if (output == null) {
                    files.put(source, directory.resolve(source + ".jsonl"));
                    output = new BufferedOutputStream(Files.newOutputStream(directory.resolve(source + ".jsonl")));
                    outputs.put(source, output);
                }
                output.write(delivery.json());
                output.write('\n');
            }
        } finally {
            for (OutputStream output : outputs.values()) {
                output.close();
            }
        }
        return files;
    }
}
