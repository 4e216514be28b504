package dev.latido.replay;

import static dev.latido.replay.Publications.deadLetter;
import static dev.latido.replay.Publications.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.connector.record.Publication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolSinkTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void jobsPublicationsBecomeTheSameSortedLinesAtEveryParallelism(int parallelism) throws Exception {
        try (ResultDirectory results = ResultDirectory.open(directory.resolve("out"))) {
            StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism);
            env.fromSequence(0, 9_999)
                    .keyBy(number -> number % 7)
                    .map(SpoolSinkTest::publication)
                    .returns(TypeInformation.of(Publication.class))
                    .sinkTo(new SpoolSink(results.spool()));
            env.execute();
            results.writeLines("scores");
            results.writeLines("dead-letters");
            results.writeSummary(new ReplaySummary(0, 0, 0, 0, 0, 0, 0, 0.5));
        }

        assertThat(lines("scores"))
                .containsExactlyElementsOf(LongStream.range(0, 10_000)
                        .filter(number -> number % 7 != 0)
                        .mapToObj(number -> "score " + number)
                        .toList());
        assertThat(lines("dead-letters")).hasSize(1_429).contains("letter 7");
    }

    private List<String> lines(String stream) throws Exception {
        return Files.readAllLines(directory.resolve("out").resolve(stream + ".jsonl"));
    }

    private static Publication publication(long number) {
        return number % 7 == 0
                ? deadLetter("letter " + number)
                : score(number, "default", "customer-" + number % 7, "", "score " + number);
    }
}
