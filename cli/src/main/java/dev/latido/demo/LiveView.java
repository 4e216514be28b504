package dev.latido.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** What the user sees while the demo runs: lines one below the other and, on a terminal, one last line that changes. */
public final class LiveView {

    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final long REPEAT_NANOS = Duration.ofSeconds(5).toNanos();

    private static final String ESCAPE = "\u001b[";
    private static final String CLEAR = "\r" + ESCAPE + "K";
    /** A line that is longer than the terminal is wide is cut off: one that wraps could not be drawn over. */
    private static final String WITHOUT_WRAPPING = ESCAPE + "?7l%s" + ESCAPE + "?7h";

    private static final Map<String, String> COLOURS = Map.of("immediate", "31", "urgent", "33");

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean coloured;
    private final LongSupplier nanoClock;

    private String progress = "";
    private long shownAt;

    LiveView(PrintWriter out, boolean terminal, boolean coloured, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.coloured = coloured;
        this.nanoClock = nanoClock;
        this.shownAt = nanoClock.getAsLong();
    }

    /** A view for stdout, as the launcher and the environment say that it is. */
    public static LiveView of(PrintWriter out, Map<String, String> environment) {
        boolean terminal = Boolean.getBoolean("latido.terminal");
        boolean coloured = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new LiveView(out, terminal, coloured, System::nanoTime);
    }

    /** Adds a line above the one that changes. */
    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        out.println(terminal && !progress.isEmpty() ? CLEAR + line : line);
        if (terminal && !progress.isEmpty()) {
            draw();
        }
        out.flush();
    }

    /**
     * An alert and what it follows from: where a rule has matched events, the first and the last of each step; where a model
     * has alerted, its strongest factors.
     */
    void alert(Result alert) {
        JsonNode evidence = alert.json().path("evidence");
        line(
                "%s  %s  %s; score %s%s",
                alert.text("at").replace('T', ' ').substring(0, 16),
                severity(alert.text("severity")),
                alert.text("title"),
                evidence.path("scoreAfter").asText(),
                evidence.has("scoreBefore")
                        ? ", was " + evidence.path("scoreBefore").asText()
                        : "");
        if (evidence.has("match")) {
            line("%19s%s", "", MatchedEvents.inWords(evidence.path("match").path("events")));
        }
        if (evidence.has("prediction")) {
            ExplainedPrediction.lines(evidence.path("prediction")).forEach(line -> line("%19s%s", "", line));
        }
    }

    private String severity(String name) {
        String padded = String.format(Locale.ROOT, "%-9s", name);
        return coloured ? ESCAPE + COLOURS.getOrDefault(name, "0") + "m" + padded + ESCAPE + "0m" : padded;
    }

    /** Says how far things are: five times a second on a terminal, else every five seconds a line. */
    void progress(String now) {
        if (nanoClock.getAsLong() - shownAt < (terminal ? REDRAW_NANOS : REPEAT_NANOS)) {
            return;
        }
        shownAt = nanoClock.getAsLong();
        if (terminal) {
            progress = now;
            draw();
            out.flush();
        } else {
            line("%s", now);
        }
    }

    /** Takes the line that changes away. */
    void endProgress() {
        if (!progress.isEmpty()) {
            out.print(CLEAR);
            out.flush();
            progress = "";
        }
    }

    /** Whether nobody reads any more, as behind {@code | head}. */
    boolean isGone() {
        return out.checkError() || System.out.checkError();
    }

    private void draw() {
        out.printf(WITHOUT_WRAPPING, CLEAR + progress);
    }
}
