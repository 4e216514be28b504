package dev.latido.setting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.latido.alert.AlertConfig;
import dev.latido.customer.CustomerPolicy;
import dev.latido.customer.DuplicateConfig;
import dev.latido.feature.FeatureConfig;
import dev.latido.health.Catalogue;
import dev.latido.health.HealthConfig;
import dev.latido.health.Scorecard;
import dev.latido.rule.RuleConfig;
import dev.latido.scoring.ModelConfig;
import dev.latido.watch.WatchConfig;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything an operator may change without a rebuild; one field per block of {@code latido.yaml}. */
public record LatidoSettings(
        KafkaSettings kafka,
        Map<String, SourceSettings> sources,
        OutputSettings outputs,
        CommandSettings commands,
        TimeSettings time,
        JobSettings job,
        MetricSettings metrics,
        Scorecard health,
        AlertConfig alerts,
        DuplicateConfig duplicates,
        RuleConfig rules,
        FeatureConfig features,
        ModelConfig models,
        WatchConfig modelWatch,
        List<String> catalogue)
        implements Serializable {

    public LatidoSettings {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources is empty; at least one source is needed");
        }
        sources.forEach((name, source) -> source.validate(name));
        if (sources.values().stream().allMatch(SourceSettings::sparse)) {
            throw new IllegalArgumentException(
                    "sources are all sparse; at least one with sparse: false is needed, which event time follows");
        }
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        requireOneUsePerTopic(sources, outputs, commands);
        var unused = new Catalogue(catalogue); // refuses an empty one and repeated names
        catalogue = List.copyOf(catalogue);
    }

    /** A topic read twice would count twice, and one both read and written would feed itself. */
    private static void requireOneUsePerTopic(
            Map<String, SourceSettings> sources, OutputSettings outputs, CommandSettings commands) {
        Map<String, String> uses = new HashMap<>();
        sources.forEach((name, source) -> use(uses, source.topic(), "sources." + name + ".topic"));
        use(uses, outputs.healthScores().topic(), "outputs.healthScores.topic");
        use(uses, outputs.alerts().topic(), "outputs.alerts.topic");
        use(uses, outputs.shadowAlerts().topic(), "outputs.shadowAlerts.topic");
        use(uses, outputs.features().topic(), "outputs.features.topic");
        use(uses, outputs.ruleStatus().topic(), "outputs.ruleStatus.topic");
        use(uses, outputs.modelStatus().topic(), "outputs.modelStatus.topic");
        use(uses, outputs.deadLetters().topic(), "outputs.deadLetters.topic");
        use(uses, outputs.lateEvents().topic(), "outputs.lateEvents.topic");
        use(uses, commands.privacy().topic(), "commands.privacy.topic");
        use(uses, commands.rules().topic(), "commands.rules.topic");
        use(uses, commands.models().topic(), "commands.models.topic");
    }

    private static void use(Map<String, String> uses, String topic, String key) {
        String other = uses.put(topic, key);
        if (other != null) {
            throw new IllegalArgumentException(
                    key + " is \"" + topic + "\", as is " + other + "; allowed is a topic of its own for each");
        }
    }

    /** The same, without rows of features and outcomes: for those who have no use for them. */
    public LatidoSettings withoutFeatureRows() {
        return new LatidoSettings(
                kafka,
                sources,
                outputs,
                commands,
                time,
                job,
                metrics,
                health,
                alerts,
                duplicates,
                rules,
                features.unpublished(),
                models,
                modelWatch,
                catalogue);
    }

    /** The numbers by which customers are evaluated. */
    @JsonIgnore
    public CustomerPolicy policy() {
        return new CustomerPolicy(
                new HealthConfig(health, new Catalogue(catalogue)), alerts, duplicates, rules, features, models);
    }
}
