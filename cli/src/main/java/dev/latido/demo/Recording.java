package dev.latido.demo;

import dev.latido.publish.OutputStreams;
import dev.latido.replay.ReplaySummary;
import dev.latido.replay.ResultDirectory;
import dev.latido.replay.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** The results of a demo on their way into the files that a replay writes. */
final class Recording implements Closeable {

    private final ResultDirectory directory;
    private final Spool spool;

    private Recording(ResultDirectory directory) {
        this.directory = directory;
        this.spool = new Spool(directory.spool(), 0);
    }

    /** A recording into a directory, or a sentence about why that cannot be. */
    static Recording in(Path directory) {
        return new Recording(ResultDirectory.openUnguarded(directory));
    }

    void add(Result result) throws IOException {
        spool.append(result.publication());
    }

    /** Leaves the files; nothing can be added any more. */
    void finish(ReplaySummary summary) throws IOException {
        spool.close();
        for (String stream : OutputStreams.ALL) {
            directory.writeLines(stream);
        }
        directory.writeSummary(summary);
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            spool.close();
        }
    }
}
