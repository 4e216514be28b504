package dev.latido.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void theShippedSettingsCanBeUsed() throws SettingsException {
        LatidoSettings shipped = SettingsLoader.load(null, Map.of());

        assertThat(shipped.sources().keySet()).containsExactly("clickstream", "billing", "support", "feedback");
        assertThat(shipped.kafka().exactlyOnce()).isTrue();
        assertThat(shipped.policy().health().catalogue().names()).hasSize(20);
    }

    @Test
    void settingsTravelToTheWorkers() throws Exception {
        LatidoSettings shipped = SettingsLoader.load(null, Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(shipped);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(shipped);
        }
    }

    @Test
    void aFileReplacesWhatItNamesAndNothingElse() throws Exception {
        LatidoSettings settings = load("""
                kafka: {bootstrapServers: "broker:9092"}
                health: {signals: {lowLoginsBelow: 3}}
                catalogue: [one, two]
                """);

        assertThat(settings.kafka().bootstrapServers()).isEqualTo("broker:9092");
        assertThat(settings.kafka().groupId()).isEqualTo("latido");
        assertThat(settings.health().signals().lowLoginsBelow()).isEqualTo(3);
        assertThat(settings.health().signals().inactivityAfterDays()).isEqualTo(14);
        assertThat(settings.catalogue()).containsExactly("one", "two");
    }

    @Test
    void nullTakesASourceAway() throws Exception {
        assertThat(load("sources: {feedback: null}").sources().keySet())
                .containsExactly("clickstream", "billing", "support");
    }

    @Test
    void rowsOfFeaturesCanBeLeftOutAndNothingElseChanges() throws Exception {
        assertThat(SettingsLoader.load(null, Map.of()).withoutFeatureRows())
                .isEqualTo(load("features: {publish: false}"));
    }

    @Test
    void anEmptyFileChangesNothing() throws Exception {
        assertThat(load("")).isEqualTo(SettingsLoader.load(null, Map.of()));
        assertThat(load("# nothing\n")).isEqualTo(SettingsLoader.load(null, Map.of()));
    }

    @Test
    void theEnvironmentGoesOverTheFile() throws Exception {
        Path file = Files.writeString(folder.resolve("own.yaml"), "kafka: {groupId: file}\ncatalogue: [one]\n");

        LatidoSettings settings = SettingsLoader.load(
                file,
                Map.of(
                        "LATIDO_KAFKA_GROUP_ID", "environment",
                        "LATIDO_CATALOGUE", "a, b,c",
                        "LATIDO_SOURCES_BILLING_SPARSE", "true",
                        "LATIDO_HEALTH_EMIT_STEP", "2.5",
                        "LATIDO_JOB_PARALLELISM", "3",
                        "LATIDO_FEATURES_PUBLISH", "false",
                        "LATIDO_FEATURES_KEY_USES", "export,Report Sent",
                        "PATH", "/bin"));

        assertThat(settings.kafka().groupId()).isEqualTo("environment");
        assertThat(settings.catalogue()).containsExactly("a", "b", "c");
        assertThat(settings.sources().get("billing"))
                .extracting(SourceSettings::sparse)
                .isEqualTo(true);
        assertThat(settings.health().emitStepTenths()).isEqualTo(25);
        assertThat(settings.job().parallelism()).isEqualTo(3);
        assertThat(settings.features().publish()).isFalse();
        assertThat(settings.features().keyUses()).containsExactlyInAnyOrder("export", "Report Sent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "kafka: {group: x} | kafka.group is not known; allowed are bootstrapServers, groupId, guarantee,",
                "heath: {} | heath is not known; allowed are alerts, catalogue, commands,",
                "sources: {billing: {bound: 3}} | sources.billing.bound is not known; allowed are mapping,",
                "job: {parallelism: many} | job.parallelism is \"many\"; allowed is a whole number",
                "job: {parallelism: 0} | job.parallelism is 0; allowed is a whole number from 1 to 128",
                "job: {parallelism: 129} | job.parallelism is 129; allowed is a whole number from 1 to 128",
                "job: {parallelism: 1.5} | job.parallelism is 1.5; allowed is a whole number",
                "job: {parallelism: 99999999999} | job.parallelism is 99999999999; allowed is a number that is nearer to 0",
                "job: {parallelism: null} | job.parallelism is missing",
                "job: {parallelism: [1]} | job.parallelism is a list; allowed is a whole number",
                "job: 7 | job is 7; allowed is a block of keys with values",
                "sources: [1] | sources is a list; allowed is a block of keys with values",
                "alerts: {monitor: perhaps} | alerts.monitor is \"perhaps\"; allowed is true or false",
                "kafka: {guarantee: maybe} | kafka.guarantee is \"maybe\"; allowed is exactly-once, at-least-once",
                "kafka: {groupId: \"\"} | kafka.groupId is empty; a text is needed",
                "kafka: {groupId: {a: 1}} | kafka.groupId is a block; allowed is a text",
                "kafka: {topicPrefix: \"a b\"} | kafka.topicPrefix is \"a b\"; allowed is a topic name",
                "outputs: {alerts: {topic: \"ä\"}} | outputs.alerts.topic is \"ä\"; allowed is a topic name",
                "commands: {privacy: {partitions: 0}} | commands.privacy.partitions is 0; allowed is a whole number",
                "sources: {billing: {mapping: \" \"}} | sources.billing.mapping is empty; a text is needed",
                "sources: {billing: {outOfOrdernessSeconds: -1}} | sources.billing.outOfOrdernessSeconds is -1; allowed",
                "metrics: {port: 65536} | metrics.port is 65536; allowed is a whole number from 0 to 65535",
                "time: {idleSeconds: 0} | time.idleSeconds is 0; allowed is a whole number from 1 to 86400",
                "catalogue: [] | catalogue must list 1 to 1000 features, has 0",
                "catalogue: [a, a] | catalogue must list each feature once, has 'a' twice",
                "catalogue: [a, null] | catalogue must not hold an empty name",
                "health: {weights: {usage: 31}} | health.weights",
                "health: {bands: {critical: 70}} | health.bands",
                "health: {signals: {lowLoginsBelow: few}} | health.signals.lowLoginsBelow is \"few\"; allowed is a",
                "features: {publish: perhaps} | features.publish is \"perhaps\"; allowed is true or false",
                "features: {cancelPages: [Cancel, \" \"]} | features.cancelPages must not hold an empty name",
                "features: {keyUses: [null]} | features.keyUses must not hold an empty name",
                "features: {pages: []} | features.pages is not known; allowed are cancelPages, errorActions,",
                "alerts: {openAfterDailyEvaluations: 0} | alerts.openAfterDailyEvaluations",
                "duplicates: {activityIds: -1} | duplicates.activityIds",
                "models: {scorer: onnx} | models.scorer is \"onnx\"; allowed is forest, xgboost4j",
                "models: {alerts: [Churn]} | models.alerts has \"Churn\"; allowed are names of models",
                "models: {alerts: [null]} | models.alerts has \"null\"; allowed are names of models",
                "models: {alerts: churn} | models.alerts is \"churn\"; allowed is a list",
                "models: {hysteresis: 1} | models.hysteresis is 1.0; allowed is a number from 0 to below 1",
                "models: {hysteresis: -0.1} | models.hysteresis is -0.1; allowed is a number from 0 to below 1",
                "models: {resolveAfterDailyEvaluations: 0} | models.resolveAfterDailyEvaluations is 0; allowed is a whole",
                "models: {language: fr} | models.language is \"fr\"; allowed is en, es",
                "modelWatch: {driftAbove: 0} | modelWatch.driftAbove is 0.0; allowed is a number above 0, at most 10",
                "modelWatch: {driftAbove: \"NaN\"} | modelWatch.driftAbove is NaN; allowed is a number above 0",
                "modelWatch: {driftBelow: 0.3} | modelWatch.driftBelow is 0.3; allowed is a number above 0, at most"
                        + " modelWatch.driftAbove (0.25)",
                "modelWatch: {leastRows: 0} | modelWatch.leastRows is 0; allowed is a whole number from 1 to",
                "modelWatch: null | modelWatch is missing",
                "catalogue: text | catalogue is \"text\"; allowed is a list"
            })
    void aWrongSettingIsNamedWithItsValueAndWhatIsAllowed(String yaml, String message) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Wrong setting (with ")
                .hasMessageContaining(": " + message)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("dev.latido")
                .hasMessageNotContaining("java.");
    }

    @Test
    void aSettingFromTheEnvironmentIsCheckedLikeAnyOther() {
        assertThatThrownBy(() -> SettingsLoader.load(null, Map.of("LATIDO_METRICS_PORT", "http")))
                .hasMessage("Wrong setting: metrics.port is \"http\"; allowed is a whole number.");
    }

    @Test
    void everySourceTakenAwayIsTooMany() {
        assertThatThrownBy(() -> load("sources: {clickstream: null, billing: null, support: null, feedback: null}"))
                .hasMessageContaining("sources is empty; at least one source is needed");
        assertThatThrownBy(() -> load("sources: {clickstream: {sparse: true}, billing: {sparse: true},"
                        + " support: {sparse: true}, feedback: {sparse: true}}"))
                .hasMessageContaining("sources are all sparse; at least one with sparse: false is needed");
    }

    @Test
    void aTopicHasOneUse() {
        assertThatThrownBy(() -> load("sources: {billing: {topic: clickstream}}"))
                .hasMessageContaining("sources.billing.topic is \"clickstream\", as is sources.clickstream.topic");
        assertThatThrownBy(() -> load("outputs: {alerts: {topic: support}}"))
                .hasMessageContaining("outputs.alerts.topic is \"support\", as is sources.support.topic");
    }

    @Test
    void aVariableThatNamesNoSettingIsRefusedWithWhatIsNear() {
        assertThatThrownBy(() -> SettingsLoader.load(null, Map.of("LATIDO_KAFKA_GROUPID", "x")))
                .hasMessage("The environment variable LATIDO_KAFKA_GROUPID names no setting; near it are:"
                        + " LATIDO_KAFKA_GROUP_ID");
    }

    @Test
    void modelsThatAlertCanBeNamedByTheEnvironmentOrNotAtAll() throws Exception {
        assertThat(SettingsLoader.load(null, Map.of("LATIDO_MODELS_ALERTS", "churn, card-failure"))
                        .models()
                        .alerts())
                .containsExactly("card-failure", "churn");
        assertThat(load("models: {alerts: []}").models().alerts()).isEmpty();
    }

    @Test
    void theLaunchersVariablesAreNoSettings() throws SettingsException {
        assertThat(SettingsLoader.load(null, Map.of("LATIDO_HOME", "/opt/latido", "LATIDO_JAVA_OPTS", "-Xmx1g")))
                .isEqualTo(SettingsLoader.load(null, Map.of()));
    }

    @Test
    void aFileThatIsNoYamlIsRefusedWithItsLine() {
        assertThatThrownBy(() -> load("kafka:\n  groupId: [\n"))
                .isInstanceOf(SettingsException.class)
                .hasMessageMatching("The settings file .*own.yaml is not valid YAML at line \\d+: .*");
        assertThatThrownBy(() -> load("kafka: {groupId: a}\nkafka: {groupId: b}\n"))
                .hasMessageContaining("is not valid YAML at line 2: ");
        assertThatThrownBy(() -> load("- a\n- b\n")).hasMessageEndingWith("own.yaml does not hold keys with values.");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent.yaml");

        assertThatThrownBy(() -> SettingsLoader.load(absent, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The settings file " + absent + " does not exist.");
        assertThatThrownBy(() -> SettingsLoader.load(folder, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("The settings file " + folder + " is a directory.");
    }

    private LatidoSettings load(String yaml) throws IOException, SettingsException {
        return SettingsLoader.load(Files.writeString(folder.resolve("own.yaml"), yaml), Map.of());
    }
}
