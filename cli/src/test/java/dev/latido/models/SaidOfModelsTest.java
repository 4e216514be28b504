package dev.latido.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaidOfModelsTest {

    @Test
    void theLaterChangeIsTheOneWithTheHigherNumberInWhateverOrderTheyWereWritten() throws Exception {
        JsonNode removed = change("removed", "8");
        JsonNode withdrawn = change("withdrawn", "7");

        assertThat(new SaidOfModels(List.of(removed, withdrawn)).latest().records())
                .containsExactly(removed);
        assertThat(new SaidOfModels(List.of(withdrawn, removed)).latest().records())
                .containsExactly(removed);
    }

    @Test
    void aRefusalThatHasNoNumberIsTheLatestUntilSomethingFollows() throws Exception {
        JsonNode accepted = change("accepted", "3");
        JsonNode refused = change("refused", "null");

        assertThat(new SaidOfModels(List.of(accepted, refused)).latest().records())
                .containsExactly(refused);
        assertThat(new SaidOfModels(List.of(refused, accepted)).latest().records())
                .containsExactly(accepted);
    }

    private static JsonNode change(String status, String changeId) throws Exception {
        return new JsonMapper().readTree("""
                        {"type":"change","model":"churn","role":"active","status":"%s","changeId":%s}""".formatted(status, changeId));
    }
}
