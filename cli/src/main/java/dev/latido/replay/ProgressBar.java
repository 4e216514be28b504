package dev.latido.replay;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A line on the terminal that shows how far the reading of the input has come. */
public final class ProgressBar implements AutoCloseable {

    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final int CELLS = 16;
    private static final String CLEAR_TO_END_OF_LINE = "\u001b[K";

    private final PrintStream terminal;
    private final long totalBytes;
    private final LongSupplier nanoClock;
    private final long started;

    private long drawn;
    private long bytes;
    private long events;

    ProgressBar(PrintStream terminal, long totalBytes, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.totalBytes = totalBytes;
        this.nanoClock = nanoClock;
        this.started = nanoClock.getAsLong();
        this.drawn = started - REDRAW_NANOS;
    }

    /** A bar on stdout, or one that draws nothing where the launcher says that stdout is not a terminal. */
    public static ProgressBar ofBytes(long totalBytes) {
        PrintStream terminal =
                Boolean.getBoolean("latido.terminal") ? System.out : new PrintStream(OutputStream.nullOutputStream());
        return new ProgressBar(terminal, totalBytes, System::nanoTime);
    }

    /** Says how much has been read so far; the line is redrawn five times a second at most. */
    public synchronized void update(long bytesRead, long eventsRead) {
        bytes = bytesRead;
        events = eventsRead;
        if (nanoClock.getAsLong() - drawn >= REDRAW_NANOS) {
            draw();
        }
    }

    /** Leaves the line as it is at the end. */
    @Override
    public synchronized void close() {
        draw();
        terminal.println();
        terminal.flush();
    }

    private void draw() {
        drawn = nanoClock.getAsLong();
        terminal.print("\r" + line() + CLEAR_TO_END_OF_LINE);
        terminal.flush();
    }

    private String line() {
        double share = totalBytes == 0 ? 1 : Math.min(1, (double) bytes / totalBytes);
        int full = (int) (share * CELLS);
        double seconds = Math.max(1e-3, (drawn - started) / 1e9);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %s of %s  %,d events/s  %s",
                "=".repeat(full),
                " ".repeat(CELLS - full),
                (int) (share * 100),
                size(bytes),
                size(totalBytes),
                (long) (events / seconds),
                remaining(share, seconds));
    }

    private static String remaining(double share, double seconds) {
        if (share == 0) {
            return "";
        }
        long left = share == 1 ? (long) seconds : (long) Math.ceil(seconds * (1 - share) / share);
        return "%d:%02d %s".formatted(left / 60, left % 60, share == 1 ? "in all" : "left");
    }

    private static String size(long bytes) {
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }
}
