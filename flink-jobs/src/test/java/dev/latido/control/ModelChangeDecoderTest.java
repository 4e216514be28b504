package dev.latido.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.ModelChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChangeDecoderTest {

    private static final Origin ORIGIN = new Origin("models", "models", 0, 7);
    private static final String SHA = "0123456789abcdef".repeat(4);
    private static final String ARTIFACT = "{'location':'s3://models/churn','sha256':'" + SHA + "'}";

    @Test
    void aChangeIsReadWithAllItsFields() {
        ArtifactRef artifact = new ArtifactRef("s3://models/churn", SHA);

        assertThat(request("{'schemaVersion':1,'model':'churn','active':" + ARTIFACT + ",'shadow':" + ARTIFACT
                        + ",'previous':" + ARTIFACT
                        + ",'by':'ada','reason':'why','effectiveAt':'2025-01-01T00:00:00Z'}"))
                .isEqualTo(new ModelChange(
                        "churn",
                        artifact,
                        artifact,
                        artifact,
                        "ada",
                        "why",
                        Instant.parse("2025-01-01T00:00:00Z").toEpochMilli()));
    }

    @Test
    void withoutAnActiveArtifactAModelIsRemoved() {
        assertThat(request("{'model':'churn','active':null,'by':'ada','reason':'why'}"))
                .isEqualTo(ModelChange.removal("churn", "ada", "why", Change.AT_ONCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'by':'b','reason':'r' | active is missing; null removes the model.",
                "'active':'here','by':'b','reason':'r' | active is not an object.",
                "'active':{'location':'/a','sha256':'abc'},'by':'b','reason':'r' | sha256 is not 64 hex digits in lower"
                        + " case.",
                "'active':{'location':'/a'},'by':'b','reason':'r' | sha256 is missing.",
                "'active':{'sha256':'SHA'},'by':'b','reason':'r' | location is missing.",
                "'active':{'location':'/a','sha256':'SHA','version':'1'},'by':'b','reason':'r' | The record has a field"
                        + " that is not known.",
                "'active':null,'shadow':{'location':'/a','sha256':'SHA'},'by':'b','reason':'r' | A model without an"
                        + " active artifact can have none in the shadow.",
                "'active':null,'reason':'r' | by is missing.",
                "'active':null,'by':'b' | reason is missing.",
                "'active':null,'by':'b','reason':'r','effectiveAt':'soon' | effectiveAt is not an ISO-8601 instant.",
                "'active':null,'by':'b','reason':'r','why':'r' | The record has a field that is not known."
            })
    void whatNamesItsModelButIsNoChangeIsPassedOnWithWhatIsWrong(String fields, String error) {
        assertThat(request("{'model':'churn'," + fields.replace("SHA", SHA) + "}"))
                .isInstanceOfSatisfying(Unusable.class, unusable -> {
                    assertThat(unusable.kind()).isEqualTo(ChangeKind.MODEL);
                    assertThat(unusable.subject()).isEqualTo("churn");
                    assertThat(unusable.error()).isEqualTo(error);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | not JSON",
                "[] | a change of a model is not a JSON object",
                "{'active':null} | model is missing, or not lower-case words joined by hyphens",
                "{'model':'../churn'} | model is missing, or not lower-case words joined by hyphens"
            })
    void whatNamesNoModelIsADeadLetter(String record, String reason) {
        assertThat(decode(record))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(reason));
    }

    @Test
    void aRecordWithoutAValueRemovesTheModelOfItsKey() {
        assertThat(tombstone("churn"))
                .isEqualTo(
                        new Decoded.Event<>(ORIGIN, ModelChange.removal("churn", "unknown", "", Change.AT_ONCE), 42));
        assertThat(tombstone("A model"))
                .isInstanceOfSatisfying(
                        Decoded.Rejected.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo("empty record whose key names no model"));
    }

    private static Request request(String record) {
        return ((Decoded.Event<Request>) decode(record)).event();
    }

    private static Decoded<Request> decode(String record) {
        List<Decoded<Request>> decoded = new ArrayList<>();
        new ModelChangeDecoder().decode(record.replace('\'', '"').getBytes(UTF_8), ORIGIN, 42, decoded::add);
        assertThat(decoded).hasSize(1);
        return decoded.get(0);
    }

    private static Decoded<Request> tombstone(String key) {
        List<Decoded<Request>> decoded = new ArrayList<>();
        new ModelChangeDecoder().decodeTombstone(key.getBytes(UTF_8), ORIGIN, 42, decoded::add);
        assertThat(decoded).hasSize(1);
        return decoded.get(0);
    }
}
