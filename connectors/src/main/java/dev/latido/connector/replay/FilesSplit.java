package dev.latido.connector.replay;

import java.util.Arrays;
import org.apache.flink.api.connector.source.SourceSplit;

/** All files as one split, with the number of records already read of each. */
final class FilesSplit implements SourceSplit {

    private final long[] recordsRead;

    FilesSplit(long[] recordsRead) {
        this.recordsRead = recordsRead.clone();
    }

    long recordsRead(int file) {
        return recordsRead[file];
    }

    long[] recordsRead() {
        return recordsRead.clone();
    }

    @Override
    public String splitId() {
        return "files";
    }

    @Override
    public String toString() {
        return "files at " + Arrays.toString(recordsRead);
    }
}
