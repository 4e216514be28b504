package dev.latido.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.connector.record.InvalidRecordException;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import dev.latido.event.Rating;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerEventFactoryTest {

    @ParameterizedTest
    @CsvSource({
        "NPS,0,",
        "NPS,10,",
        "NPS,9.5,",
        "NPS,1e1,",
        "NPS,-0,",
        "NPS,7,2", // scale is for CSAT only
        "CSAT,5,",
        "CSAT,0,",
        "CSAT,4.25,",
        "CSAT,7,7",
        "CSAT,0.5,0.5",
        "CSAT,100,1E2"
    })
    void anAnswerWithinItsScaleIsAnEvent(Kind kind, String score, @Nullable String scale) throws Exception {
        CustomerEvent event = create(kind.name(), score, scale);

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(Rating.of(kind, event.attributes())).isBetween(0.0, 10.0);
    }

    @ParameterizedTest
    @CsvSource({
        "NPS,,,missing score",
        "NPS,10.1,,score is not a number on its scale",
        "NPS,-1,,score is not a number on its scale",
        "NPS,seven,,score is not a number on its scale",
        "NPS,NaN,,score is not a number on its scale",
        "NPS,Infinity,,score is not a number on its scale",
        "NPS,1d,,score is not a number on its scale",
        "NPS,0x1p3,,score is not a number on its scale",
        "NPS,' 7',,score is not a number on its scale",
        "NPS,٧,,score is not a number on its scale",
        "CSAT,,,missing score",
        "CSAT,5.1,,score is not a number on its scale",
        "CSAT,8,7,score is not a number on its scale",
        "CSAT,0,0,score is not a number on its scale",
        "CSAT,0,-5,score is not a number on its scale",
        "CSAT,1,many,score is not a number on its scale"
    })
    void anAnswerThatCannotBeUsedIsRefusedWithItsReason(
            Kind kind, @Nullable String score, @Nullable String scale, String reason) {
        assertThatThrownBy(() -> create(kind.name(), score, scale))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage(reason);
    }

    @Test
    void otherKindsNeedNoScore() throws Exception {
        assertThat(create("LOGIN", "eleven", null).attributes()).containsEntry("score", "eleven");
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> create("LOGOUT", null, null))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("unknown kind");
    }

    @Test
    void everythingFoundGetsIntoTheEvent() throws Exception {
        Map<String, String> attributes = Map.of("currency", "usd");

        assertThat(new CustomerEventFactory()
                        .create("e", "t", "c", "u", "PAYMENT_FAILED", "n", 1_735_689_600_002L, 4900, attributes))
                .isEqualTo(new CustomerEvent(
                        "e",
                        "t",
                        "c",
                        "u",
                        Kind.PAYMENT_FAILED,
                        "n",
                        Instant.parse("2025-01-01T00:00:00.002Z"),
                        4900,
                        attributes));
    }

    private static CustomerEvent create(String kind, @Nullable String score, @Nullable String scale)
            throws InvalidRecordException {
        Map<String, String> attributes = new HashMap<>();
        if (score != null) {
            attributes.put("score", score);
        }
        if (scale != null) {
            attributes.put("scale", scale);
        }
        return new CustomerEventFactory().create("e", "t", "c", "u", kind, "", 0, 0, attributes);
    }
}
