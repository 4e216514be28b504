package dev.latido.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.ingest.Aliases;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The uids that savepoints rely on, with every end of the job there is. */
class CustomerHealthJobUidTest {

    private static final Path UIDS = Path.of("src/test/resources/customer-health-job.uids");

    @Test
    void everyOperatorHasTheUidThatSavepointsRelyOn() throws Exception {
        LatidoSettings settings = SettingsLoader.load(null, Map.of("LATIDO_SOURCES_FEEDBACK_SPARSE", "true"));
        StreamExecutionEnvironment env = StrictFlink.environment(2);
        CustomerHealthJob.define(
                env,
                KafkaEnds.of(settings, ChangeTopics.UNREAD),
                KafkaEnds.boundsMillis(settings),
                Aliases.NONE,
                settings);

        Stream<String> uids = env.getStreamGraph().getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .map(String::valueOf)
                .sorted();

        assertThat(uids).containsExactlyElementsOf(Files.readAllLines(UIDS));
    }

    @Test
    void aJobWithoutSparseSourcesHasNoOtherUids() throws Exception {
        LatidoSettings settings = SettingsLoader.load(null, Map.of());
        StreamExecutionEnvironment env = StrictFlink.environment(1);
        CustomerHealthJob.define(
                env,
                KafkaEnds.of(settings, ChangeTopics.UNREAD),
                KafkaEnds.boundsMillis(settings),
                Aliases.NONE,
                settings);

        List<String> uids = env.getStreamGraph().getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .map(String::valueOf)
                .toList();

        assertThat(Files.readAllLines(UIDS)).containsAll(uids);
        assertThat(uids).noneMatch(uid -> uid.startsWith("sparse"));
    }
}
