package dev.latido.connector.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.mapping.Mapping;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.testing.Decodes;
import dev.latido.connector.testing.MappedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesReaderTest {

    private static final Mapping MAPPING =
            Decodes.mapping("customer: /c\ntime: {pointer: /t, unit: epoch-milliseconds}\nkinds: [{kind: ACTION}]\n");
    private static final long BOUND = 10;
    private static final long FROM = 1_700_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void theFileFurthestBehindIsReadOn() throws IOException {
        Output out = new Output();

        readToEnd(reader(files("1 4 7", "2 3 9")), out);

        assertThat(out.events).extracting(found -> found.at() - FROM).containsExactly(1L, 2L, 4L, 3L, 9L, 7L);
    }

    @Test
    void noEventWithinTheBoundIsBehindTheWatermark() throws IOException {
        Output out = new Output();

        readToEnd(reader(manyFiles()), out);

        assertThat(out.watermarks).isSorted().hasSizeGreaterThan(5);
        assertThat(out.eventsBehind).isZero();
    }

    @Test
    void theLastWatermarkIsTheHighestTimeRead() throws IOException {
        Output out = new Output();

        readToEnd(reader(files("1 9 7", "2 3")), out);

        assertThat(out.watermarks).endsWith(FROM + 9);
    }

    @Test
    void theLastWatermarkIsTheInstantThatWasAskedFor() throws IOException {
        Output out = new Output();

        readToEnd(reader(files("1 9 7"), FROM + 50), out);

        assertThat(out.watermarks).endsWith(FROM + 50);
    }

    @Test
    void anEndBeforeTheLastEventIsRefusedInASentence() throws IOException {
        FilesReader<MappedEvent> reader = reader(files("1 9 7"), FROM + 8);

        assertThatThrownBy(() -> readToEnd(reader, new Output()))
                .isInstanceOf(ReplayFileException.class)
                .hasMessage("The end that was asked for, 2023-11-14T22:13:20.008Z, is before an event at"
                        + " 2023-11-14T22:13:20.009Z.");
    }

    @Test
    void filesWithoutEventsGiveNoWatermark() throws IOException {
        Output out = new Output();

        readToEnd(reader(files("", "")), out);

        assertThat(out.watermarks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 100})
    void aRestoredReaderGoesOnWhereTheCheckpointWas(int polls) throws IOException {
        List<InputFile> files = manyFiles();
        Output undisturbed = new Output();
        readToEnd(reader(files), undisturbed);

        Output output = new Output();
        FilesReader<MappedEvent> first = reader(files);
        for (int i = 0; i < polls; i++) {
            first.pollNext(output);
        }
        FilesReader<MappedEvent> second = unassigned(files, FilesSource.UNTIL_LAST_EVENT);
        second.addSplits(List.of(afterACheckpoint(first)));
        first.close();
        readToEnd(second, output);

        assertThat(output.events).isEqualTo(undisturbed.events);
        assertThat(output.watermarks).endsWith(undisturbed.watermarks.get(undisturbed.watermarks.size() - 1));
        assertThat(output.eventsBehind).isZero();
    }

    @Test
    void aReaderWithoutSplitHasNothingToCheckpoint() throws IOException {
        FilesReader<MappedEvent> idle = unassigned(files("1"), FilesSource.UNTIL_LAST_EVENT);

        assertThat(idle.pollNext(new Output())).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        assertThat(idle.snapshotState(1)).isEmpty();

        idle.notifyNoMoreSplits();

        assertThat(idle.pollNext(new Output())).isEqualTo(InputStatus.END_OF_INPUT);
    }

    @Test
    void aSplitOfAnUnknownVersionIsRefused() {
        FilesSplitSerializer serializer = new FilesSplitSerializer();

        assertThatThrownBy(() -> serializer.deserialize(2, new byte[8]))
                .isInstanceOf(IOException.class)
                .hasMessage("unknown version 2 of a split of files");
    }

    private static FilesSplit afterACheckpoint(FilesReader<MappedEvent> reader) throws IOException {
        FilesSplitSerializer serializer = new FilesSplitSerializer();
        return serializer.deserialize(
                serializer.getVersion(),
                serializer.serialize(reader.snapshotState(1).get(0)));
    }

    private static void readToEnd(FilesReader<MappedEvent> reader, Output out) throws IOException {
        while (reader.pollNext(out) != InputStatus.END_OF_INPUT) {
            assertThat(out.events).hasSizeLessThan(100_000);
        }
        reader.close();
    }

    private static FilesReader<MappedEvent> reader(List<InputFile> files) {
        return reader(files, FilesSource.UNTIL_LAST_EVENT);
    }

    private static FilesReader<MappedEvent> reader(List<InputFile> files, long until) {
        FilesReader<MappedEvent> reader = unassigned(files, until);
        reader.addSplits(List.of(new FilesSplit(new long[files.size()])));
        return reader;
    }

    private static FilesReader<MappedEvent> unassigned(List<InputFile> files, long until) {
        return new FilesReader<>(files, MappedEvent::new, Decodes.LATEST, until, new UnregisteredMetricsGroup());
    }

    /** Three files with a few hundred events each, some out of order within the bound, some with broken lines. */
    private List<InputFile> manyFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            StringBuilder times = new StringBuilder();
            for (int i = 0; i < 250 + file * 50; i++) {
                times.append(100L * i + i * 7 * (file + 1) % 5 * 2L).append(' ');
                if (i % 40 == file) {
                    times.append("x ").append(100L * i - 2).append(' ');
                }
            }
            texts.add(times.toString());
        }
        return files(texts.toArray(String[]::new));
    }

    /** Files with events at the given times, after {@link #FROM}. */
    private List<InputFile> files(String... times) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (String text : times) {
            Path file = folder.resolve("file-" + files.size());
            StringBuilder lines = new StringBuilder();
            for (String time : text.isEmpty() ? new String[0] : text.strip().split(" ")) {
                lines.append(time.equals("x") ? "broken" : "{\"c\":1,\"t\":" + (FROM + Long.parseLong(time)) + "}")
                        .append('\n');
            }
            Files.writeString(file, lines);
            files.add(new InputFile("src", file.toString(), MAPPING, BOUND));
        }
        return files;
    }

    /** What a reader has put out. */
    private static final class Output implements ReaderOutput<Decoded<MappedEvent>> {

        private final List<MappedEvent> events = new ArrayList<>();
        private final List<Long> watermarks = new ArrayList<>();
        private int eventsBehind;

        @Override
        public void collect(Decoded<MappedEvent> decoded) {
            if (decoded instanceof Decoded.Event<MappedEvent> event) {
                events.add(event.event());
                long reached = watermarks.isEmpty() ? Long.MIN_VALUE : watermarks.get(watermarks.size() - 1);
                eventsBehind += event.at() <= reached ? 1 : 0;
            }
        }

        @Override
        public void collect(Decoded<MappedEvent> decoded, long timestamp) {
            collect(decoded);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<Decoded<MappedEvent>> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}
    }
}
