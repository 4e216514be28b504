package dev.latido.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What two runs over the same input have published, compared record by record. */
final class Published {

    private Published() {}

    /** Compares each customer's records in their order, and dead letters, which have no order, by their number. */
    static void assertSame(TestKafka kafka, String disturbed, String undisturbed) throws Exception {
        for (String stream : List.of("health-scores", "alerts", "late-events")) {
            Map<String, List<String>> expected = kafka.published(undisturbed, stream);
            Map<String, List<String>> actual = kafka.published(disturbed, stream);
            assertThat(expected).as(stream).isNotEmpty();
            assertThat(actual).as(stream).containsOnlyKeys(expected.keySet());
            expected.forEach((key, records) ->
                    assertThat(actual.get(key)).as(stream + " of " + key).isEqualTo(records));
        }
        List<String> expected = deadLetters(kafka, undisturbed);
        assertThat(expected).isNotEmpty();
        assertThat(deadLetters(kafka, disturbed)).isEqualTo(expected);
    }

    private static List<String> deadLetters(TestKafka kafka, String run) throws Exception {
        List<String> letters = new ArrayList<>();
        kafka.published(run, "dead-letters").values().forEach(letters::addAll);
        Collections.sort(letters);
        return letters;
    }
}
