package dev.latido.connector.replay;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** Gives the one split to the first reader. */
final class FilesEnumerator implements SplitEnumerator<FilesSplit, Boolean> {

    private final SplitEnumeratorContext<FilesSplit> context;
    private FilesSplit split;
    private boolean assigned;

    FilesEnumerator(SplitEnumeratorContext<FilesSplit> context, FilesSplit split, boolean assigned) {
        this.context = context;
        this.split = split;
        this.assigned = assigned;
    }

    @Override
    public void start() {}

    @Override
    public void handleSplitRequest(int subtask, @Nullable String host) {}

    @Override
    public void addReader(int subtask) {
        if (!assigned) {
            context.assignSplit(split, subtask);
            assigned = true;
        }
        context.signalNoMoreSplits(subtask);
    }

    @Override
    public void addSplitsBack(List<FilesSplit> splits, int subtask) {
        for (FilesSplit returned : splits) {
            split = returned;
            assigned = false;
        }
    }

    @Override
    public Boolean snapshotState(long checkpointId) {
        return assigned;
    }

    @Override
    public void close() {}

    /** Whether the split has been given away, as a byte. */
    static final class CheckpointSerializer implements SimpleVersionedSerializer<Boolean> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(Boolean assigned) {
            return new byte[] {(byte) (assigned ? 1 : 0)};
        }

        @Override
        public Boolean deserialize(int version, byte[] serialized) throws IOException {
            if (version != 1 || serialized.length != 1) {
                throw new IOException("unknown version " + version + " of the state of a source of files");
            }
            return serialized[0] == 1;
        }
    }
}
