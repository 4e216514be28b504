package dev.latido.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes a simulation as files; none has its name before all are complete. */
public final class SimulationFiles {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final String UNFINISHED = ".unfinished";

    private SimulationFiles() {}

    /** What was written. */
    public record Written(long records, int churned) {}

    /**
     * Writes {@code clickstream}, {@code billing}, {@code support} and {@code feedback.jsonl.gz}, {@code truth.csv} and
     * {@code aliases.csv}, in place of those that are there.
     */
    public static Written write(SimulationPlan plan, Path dir) throws IOException {
        Simulation simulation = Simulation.of(plan);
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(dir);
            long records = writeDeliveries(simulation, dir, files);
            List<Churn> churns = simulation.churns();
            writeLines(
                    dir.resolve("truth.csv"),
                    "customer,churned_at,cause",
                    churns.stream().map(churn -> churn.customer() + "," + churn.at() + "," + churn.cause()),
                    files);
            writeLines(
                    dir.resolve("aliases.csv"),
                    "source,foreign_id,customer",
                    simulation.aliases().stream()
                            .map(alias -> alias.source() + "," + alias.foreignId() + "," + alias.customer()),
                    files);
            for (Path file : files) {
                Files.move(unfinished(file), file, StandardCopyOption.REPLACE_EXISTING);
            }
            return new Written(records, churns.size());
        } catch (IOException e) {
            throw new IOException("cannot write the simulation to " + dir + ": " + reason(e), e);
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(unfinished(file));
            }
        }
    }

    private static long writeDeliveries(Simulation simulation, Path dir, List<Path> files) throws IOException {
        Map<Tool, OutputStream> outputs = new EnumMap<>(Tool.class);
        try {
            for (Tool tool : Tool.values()) {
                Path file = dir.resolve(tool.topic() + ".jsonl.gz");
                files.add(file);
                outputs.put(tool, new FastGzip(Files.newOutputStream(unfinished(file))));
            }
            long records = 0;
            for (Delivery delivery : simulation) {
                OutputStream output = outputs.get(delivery.tool());
                if (output != null) {
                    output.write(delivery.json());
                    output.write('\n');
                    records++;
                }
            }
            return records;
        } finally {
            for (OutputStream output : outputs.values()) {
                output.close();
            }
        }
    }

    private static void writeLines(Path file, String header, Stream<String> lines, List<Path> files)
            throws IOException {
        files.add(file);
        try (BufferedWriter writer = Files.newBufferedWriter(unfinished(file))) {
            writer.write(header + "\n");
            for (String line : (Iterable<String>) lines::iterator) {
                writer.write(line + "\n");
            }
        }
    }

    private static Path unfinished(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException problem && problem.getReason() == null) {
            return e.getClass().getSimpleName() + " " + problem.getFile();
        }
        return String.valueOf(e.getMessage());
    }

    /** Gzip that prefers speed to size; its header bears no time. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
