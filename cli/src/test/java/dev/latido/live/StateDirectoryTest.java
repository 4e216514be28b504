package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.live.Snapshot.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    @TempDir
    private Path dir;

    @Test
    void anEmptyDirectoryHasNoSnapshot() throws Exception {
        try (StateDirectory state = StateDirectory.open(dir.resolve("new"))) {
            assertThat(state.newest()).isEmpty();
        }
    }

    @Test
    void theNewestSnapshotIsTheOneCompletedLastOfWhateverRun() throws Exception {
        snapshot("checkpoints/b/chk-900", NOON);
        snapshot("savepoints/savepoint-1", NOON.plusSeconds(1));
        snapshot("checkpoints/a/chk-12", NOON.plusSeconds(2));

        try (StateDirectory state = StateDirectory.open(dir)) {
            assertThat(state.newest())
                    .contains(new Snapshot(Kind.CHECKPOINT, dir.resolve("checkpoints/a/chk-12"), NOON.plusSeconds(2)));
        }
    }

    @Test
    void aSavepointCountsAsACheckpointDoes() throws Exception {
        snapshot("checkpoints/a/chk-12", NOON);
        snapshot("savepoints/savepoint-1", NOON.plusSeconds(1));

        try (StateDirectory state = StateDirectory.open(dir)) {
            assertThat(state.newest())
                    .contains(new Snapshot(Kind.SAVEPOINT, dir.resolve("savepoints/savepoint-1"), NOON.plusSeconds(1)));
        }
    }

    @Test
    void whatWasNotCompletedIsNoSnapshot() throws Exception {
        snapshot("checkpoints/a/chk-12", NOON);
        Files.createDirectories(dir.resolve("checkpoints/a/chk-13"));
        Files.writeString(dir.resolve("checkpoints/a/chk-13/._metadata.inprogress"), "half");
        Files.createDirectories(dir.resolve("checkpoints/a/chk-14"));
        Files.createFile(dir.resolve("checkpoints/a/chk-14/_metadata"));

        try (StateDirectory state = StateDirectory.open(dir)) {
            assertThat(state.newest().map(Snapshot::path)).contains(dir.resolve("checkpoints/a/chk-12"));
        }
    }

    @Test
    void aDirectoryIsHeldOnceUntilItIsClosed() throws Exception {
        StateDirectory held = StateDirectory.open(dir);
        assertThatThrownBy(() -> StateDirectory.open(dir)).hasMessageContaining("in use by another");

        held.close();
        StateDirectory.open(dir).close();
    }

    @Test
    void whatACrashedRunWorkedWithIsGone() throws Exception {
        Files.createDirectories(dir.resolve("work/tmp/rocksdb"));
        Files.writeString(dir.resolve("work/tmp/rocksdb/000001.sst"), "left behind");

        try (StateDirectory state = StateDirectory.open(dir)) {
            assertThat(state.work()).doesNotExist();
        }
    }

    private void snapshot(String path, Instant at) throws IOException {
        Path metadata = Files.createDirectories(dir.resolve(path)).resolve("_metadata");
        Files.writeString(metadata, "state");
        Files.setLastModifiedTime(metadata, FileTime.from(at));
    }
}
