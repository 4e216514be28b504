package dev.latido.backtest.page;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.output.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The files of a backtest: {@code report.json} and {@code report.html}; neither has its name before it is complete. */
public final class ReportFiles {

    private static final String UNFINISHED = ".unfinished";

    private ReportFiles() {}

    /** Makes the directory where there is none, and replaces the reports that are in it; other files are left alone. */
    public static void write(Path directory, BacktestReport report, Optional<Comparison> comparison) {
        try {
            Files.createDirectories(directory);
            write(directory.resolve("report.json"), ReportJson.of(report, comparison));
            write(directory.resolve("report.html"), ReportPage.of(report, comparison));
        } catch (IOException e) {
            throw new UnwritableReportException("The report cannot be written to " + directory + ".", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
