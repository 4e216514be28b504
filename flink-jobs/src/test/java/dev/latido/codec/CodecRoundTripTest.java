package dev.latido.codec;

import static dev.latido.testing.Artifacts.content;
import static dev.latido.testing.Artifacts.ref;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.change.ChangeKind;
import dev.latido.change.ControlMessage;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.connector.record.Publication;
import dev.latido.event.Arrival;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import dev.latido.event.CustomerOutcome;
import dev.latido.event.Erasure;
import dev.latido.event.FeatureRow;
import dev.latido.event.Kind;
import dev.latido.rule.EffectiveChange;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange;
import dev.latido.rule.RuleHistory;
import dev.latido.rule.RuleInForce;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.ModelHistory;
import dev.latido.scoring.Unloadable;
import dev.latido.testing.ModelChanges;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodecRoundTripTest {

    private static final Origin ORIGIN = new Origin("segment", "clickstream", 3, 1L << 40);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eventOfEveryKindSurvives(Kind kind) throws IOException {
        CustomerEvent event = event("e1", kind);

        assertThat(roundTrip(CustomerEventCodec.INSTANCE, event)).isEqualTo(event);
    }

    @Test
    void aRowOfFeaturesAndEveryOutcomeSurvive() throws IOException {
        FeatureRow row = new FeatureRow("t", "c", Instant.ofEpochMilli(7), List.of(1f, Float.NaN, -0.25f));

        assertThat(roundTrip(FeatureRecordCodec.INSTANCE, row)).isEqualTo(row);
        for (CustomerOutcome.What what : CustomerOutcome.What.values()) {
            CustomerOutcome outcome =
                    new CustomerOutcome(1, "outcome", "t", "c", Instant.ofEpochMilli(9), what, true, -5);
            assertThat(roundTrip(FeatureRecordCodec.INSTANCE, outcome)).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Zoë 客户 \uD83D\uDE00 \uFFFD", "\u0000\u001f\"\\\r\n", "a\u0301"})
    void everyTextSurvives(String text) throws IOException {
        CustomerEvent event = new CustomerEvent(
                text, text, text, text, Kind.ACTION, text, Instant.EPOCH, Long.MIN_VALUE, Map.of(text, text));

        assertThat(roundTrip(CustomerEventCodec.INSTANCE, event)).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(ints = {127, 128, 16_383, 16_384, 65_535, 65_536, 3_000_000})
    void textOfEveryLengthSurvives(int length) throws IOException {
        CustomerEvent event = event("é".repeat(length), Kind.ACTION);

        assertThat(roundTrip(CustomerEventCodec.INSTANCE, event)).isEqualTo(event);
    }

    @Test
    void arrivalsAndErasuresSurvive() throws IOException {
        CustomerInput late = new Arrival(event("e1", Kind.LOGIN), -1, true);
        CustomerInput punctual = new Arrival(event("e1", Kind.LOGIN), Long.MAX_VALUE, false);
        CustomerInput erasure = new Erasure("", "客户", Erasure.AT_ONCE, "dpo", "asked\nfor");

        assertThat(roundTrip(CustomerInputCodec.INSTANCE, late)).isEqualTo(late);
        assertThat(roundTrip(CustomerInputCodec.INSTANCE, punctual)).isEqualTo(punctual);
        assertThat(roundTrip(CustomerInputCodec.INSTANCE, erasure)).isEqualTo(erasure);
    }

    @Test
    void whateverBecameOfARecordSurvives() throws IOException {
        Codec<Decoded<CustomerEvent>> codec = DecodedCodec.ofEvents();
        Decoded<CustomerEvent> event = new Decoded.Event<>(ORIGIN, event("e1", Kind.NPS), 42);
        Decoded<CustomerEvent> ignored = new Decoded.Ignored<>(ORIGIN);
        Decoded<CustomerEvent> rejected = Decoded.Rejected.of(ORIGIN, "not JSON", new byte[] {-1, 0});

        assertThat(roundTrip(codec, event)).isEqualTo(event);
        assertThat(roundTrip(codec, ignored)).isEqualTo(ignored);
        assertThat(roundTrip(codec, rejected)).isEqualTo(rejected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"score\":1}"})
    void publicationSurvives(String value) throws IOException {
        Publication publication =
                new Publication("alerts", "key".getBytes(UTF_8), value.getBytes(UTF_8), -1, "t", "ç", "id");

        Publication read = roundTrip(PublicationCodec.INSTANCE, publication);

        assertThat(read).usingRecursiveComparison().isEqualTo(publication);
    }

    @Test
    void tombstoneSurvives() throws IOException {
        Publication read =
                roundTrip(PublicationCodec.INSTANCE, new Publication("alerts", new byte[] {1}, null, 0, "", "", ""));

        assertThat(read.value()).isNull();
        assertThat(read.key()).containsExactly(1);
    }

    /** These bytes are in checkpoints: what was written once is read for good. */
    @Test
    void aWaitingEventHasTheBytesItAlwaysHad() throws IOException {
        CustomerInput arrival = new Arrival(
                new CustomerEvent(
                        "e1",
                        "default",
                        "Zoë",
                        "ada",
                        Kind.PAYMENT_FAILED,
                        "",
                        Instant.parse("2025-01-01T00:00:00.001Z"),
                        4900,
                        Map.of("currency", "usd")),
                1_735_689_600_002L,
                true);

        String bytes = "01" + "026531" + "0764656661756c74" + "045a6fc3ab" + "03616461" + "06" + "00"
                + "000001941f297c01" + "0000000000001324" + "01" + "0863757272656e6379" + "03757364"
                + "000001941f297c02" + "01";

        assertThat(HexFormat.of().formatHex(write(CustomerInputCodec.INSTANCE, arrival)))
                .isEqualTo(bytes);
        assertThat(read(CustomerInputCodec.INSTANCE, HexFormat.of().parseHex(bytes)))
                .isEqualTo(arrival);
    }

    @Test
    void aWaitingErasureHasTheBytesItAlwaysHad() throws IOException {
        CustomerInput erasure = new Erasure("t", "c", 1_735_689_600_002L, "dpo", "x");

        String bytes = "02" + "0174" + "0163" + "000001941f297c02" + "0364706f" + "0178";

        assertThat(HexFormat.of().formatHex(write(CustomerInputCodec.INSTANCE, erasure)))
                .isEqualTo(bytes);
        assertThat(read(CustomerInputCodec.INSTANCE, HexFormat.of().parseHex(bytes)))
                .isEqualTo(erasure);
    }

    @ParameterizedTest
    @EnumSource(RuleChange.Action.class)
    void everyChangeOfARuleSurvives(RuleChange.Action action) throws IOException {
        RuleChange change = new RuleChange("a-rule", action, "id: a-rule\n", "zoë", "", RuleChange.AT_ONCE);
        Unusable unusable = new Unusable(ChangeKind.RULE, "a-rule", "", "zoë", "by is missing.");

        assertThat(roundTrip(RuleChangeCodec.INSTANCE, change)).isEqualTo(change);
        assertThat(roundTrip(RequestCodec.INSTANCE, change)).isEqualTo(change);
        assertThat(roundTrip(RequestCodec.INSTANCE, unusable)).isEqualTo(unusable);
    }

    @ParameterizedTest
    @EnumSource(Rule.OnChange.class)
    void theHistoryOfRulesSurvives(Rule.OnChange policy) throws IOException {
        RuleChange change =
                new RuleChange("a-rule", RuleChange.Action.APPLY, "id: a-rule\n", "zoë", "", RuleChange.AT_ONCE);
        EffectiveChange effective =
                new EffectiveChange(3, Long.MIN_VALUE, Long.MIN_VALUE + 1, Integer.MAX_VALUE, policy, change);
        RuleHistory history = new RuleHistory(
                -1, 7, List.of(new RuleInForce("b", 1, 2, "id: b", true)), List.of(effective, effective));

        assertThat(roundTrip(EffectiveChangeCodec.INSTANCE, effective)).isEqualTo(effective);
        assertThat(roundTrip(RuleHistoryCodec.INSTANCE, history)).isEqualTo(history);
        assertThat(roundTrip(RuleHistoryCodec.INSTANCE, RuleHistory.EMPTY)).isEqualTo(RuleHistory.EMPTY);
    }

    @Test
    void everyRequestForAModelSurvives() throws IOException {
        ModelChange whole = new ModelChange(
                "churn", ref("churn", "1"), ref("churn", "2"), ref("churn", "3"), "zoë", "", ModelChange.AT_ONCE);
        ModelChange removal = ModelChange.removal("churn", "zoë", "why", 7);
        LoadedChange loaded = ModelChanges.loaded(whole);
        LoadedChange unloadable = new LoadedChange(removal, null, new Unloadable("It is not there."));

        for (Request request : List.of(whole, removal, loaded, unloadable)) {
            assertThat(roundTrip(RequestCodec.INSTANCE, request)).isEqualTo(request);
        }
        assertThat(roundTrip(ModelContentCodec.INSTANCE, content("churn", "1")).files())
                .usingRecursiveComparison()
                .isEqualTo(content("churn", "1").files());
    }

    @Test
    void allThatTheControlStageSendsSurvives() throws IOException {
        RuleChange rule = new RuleChange("r", RuleChange.Action.PAUSE, "id: r", "ada", "x", 7);
        EffectiveModel model = ModelChanges.effective(1, 100, ModelChanges.shadow("churn", "1", "2"));

        for (ControlMessage message :
                List.of(new EffectiveChange(1, 2, 3, 4, Rule.OnChange.CARRY, rule), content("churn", "1"), model)) {
            assertThat(roundTrip(ControlMessageCodec.INSTANCE, message)).isEqualTo(message);
        }
    }

    @Test
    void theHistoryOfModelsHasTheBytesItAlwaysHad() throws IOException {
        ModelChange change = new ModelChange(
                "m", new ArtifactRef("/a", "0f"), null, new ArtifactRef("/b", "1e"), "ada", "x", 1_735_689_600_002L);
        ModelHistory history =
                new ModelHistory(258, List.of(new EffectiveModel(257, 1_735_689_600_002L, 1_735_689_600_003L, change)));

        String bytes = "01" + "0000000000000102" + "00000001" + "0000000000000101" + "000001941f297c02"
                + "000001941f297c03" + "016d" + "01" + "022f61" + "023066" + "00" + "01" + "022f62" + "023165"
                + "03616461" + "0178" + "000001941f297c02";

        assertThat(HexFormat.of().formatHex(write(ModelHistoryCodec.INSTANCE, history)))
                .isEqualTo(bytes);
        assertThat(read(ModelHistoryCodec.INSTANCE, HexFormat.of().parseHex(bytes)))
                .isEqualTo(history);
    }

    @Test
    void theContentOfAModelHasTheBytesItAlwaysHad() throws IOException {
        ModelContent content = new ModelContent("0f", "v1", Map.of("b", new byte[] {1, 2}, "a", new byte[0]));

        String bytes = "01" + "023066" + "027631" + "00000002" + "0161" + "00" + "0162" + "020102";

        assertThat(HexFormat.of().formatHex(write(ModelContentCodec.INSTANCE, content)))
                .isEqualTo(bytes);
    }

    @Test
    void anAcceptedChangeHasTheBytesItAlwaysHad() throws IOException {
        RuleChange change = new RuleChange("r", RuleChange.Action.PAUSE, "id: r", "ada", "x", 1_735_689_600_002L);
        EffectiveChange effective =
                new EffectiveChange(258, 1_735_689_600_002L, 1_735_689_600_003L, 9, Rule.OnChange.CARRY, change);

        String bytes = "0000000000000102" + "000001941f297c02" + "000001941f297c03" + "00000009" + "03" + "0172" + "02"
                + "0569643a2072" + "03616461" + "0178" + "000001941f297c02";

        assertThat(HexFormat.of().formatHex(write(EffectiveChangeCodec.INSTANCE, effective)))
                .isEqualTo(bytes);
    }

    @Test
    void anUnknownFormIsRefused() {
        assertThatThrownBy(() -> read(CustomerInputCodec.INSTANCE, new byte[] {9}))
                .isInstanceOf(IOException.class)
                .hasMessage("unknown form 9 of a customer's input");
        assertThatThrownBy(() -> read(CustomerEventCodec.INSTANCE, new byte[] {-1, -1, -1, -1, -1, -1}))
                .isInstanceOf(IOException.class)
                .hasMessage("a length of more than five bytes");
    }

    private static CustomerEvent event(String id, Kind kind) {
        return new CustomerEvent(
                id,
                "default",
                "acme",
                "ada",
                kind,
                "name",
                Instant.parse("2025-01-01T00:00:00.123Z"),
                -1,
                Map.of("score", "7", "comment", "good"));
    }

    private static <T> T roundTrip(Codec<T> codec, T value) throws IOException {
        return read(codec, write(codec, value));
    }

    private static <T> byte[] write(Codec<T> codec, T value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(value, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static <T> T read(Codec<T> codec, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        T value = codec.read(in);
        assertThat(in.available()).isZero();
        return value;
    }
}
