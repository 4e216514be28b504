package dev.latido.connector.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Prometheus calls a metric: its family's name in snake_case, and its labels. A metric below the group
 * {@link #OWN_SCOPE} is the job's own: it is named after what follows that group alone, and labelled with the key-value
 * groups below it, so that the same metric of several subtasks is one. Every other metric is Flink's, named after its
 * whole scope and labelled with all that Flink knows of it.
 *
 * @param family without the suffix {@code _total}
 */
record MetricName(String family, Labels labels) {

    /** The metric group below which a job registers its own metrics. */
    static final String OWN_SCOPE = "latido";

    private static final String FLINK = "flink";
    private static final List<String> RESERVED_SUFFIXES = List.of("_total", "_created", "_bucket", "_info");

    /**
     * Names a metric.
     *
     * @param scope the groups it is in, from the outermost; of a key-value group, the key
     * @param variables values of the key-value groups, by key in angle brackets
     */
    static MetricName of(List<String> scope, String metric, Map<String, String> variables) {
        int own = scope.indexOf(OWN_SCOPE);
        return own < 0 ? flink(scope, metric, variables) : own(scope.subList(own + 1, scope.size()), metric, variables);
    }

    private static MetricName own(List<String> scope, String metric, Map<String, String> variables) {
        StringBuilder name = new StringBuilder(OWN_SCOPE);
        Map<String, String> labels = new TreeMap<>();
        for (String group : scope) {
            String value = variables.get("<" + group + ">");
            if (value == null) {
                name.append('_').append(group);
            } else {
                labels.put(snakeCase(group), value);
            }
        }
        return named(name.append('_').append(metric).toString(), labels);
    }

    private static MetricName flink(List<String> scope, String metric, Map<String, String> variables) {
        Map<String, String> labels = new TreeMap<>();
        variables.forEach((key, value) -> labels.put(snakeCase(key), value));
        return named(FLINK + "_" + String.join("_", scope) + "_" + metric, labels);
    }

    private static MetricName named(String name, Map<String, String> labels) {
        return new MetricName(
                withoutReservedSuffix(snakeCase(name)),
                Labels.of(List.copyOf(labels.keySet()), List.copyOf(labels.values())));
    }

    boolean isOwn() {
        return family.startsWith(OWN_SCOPE + "_");
    }

    /** Lower case, with an underscore where a word begins and for all that is neither letter nor digit. */
    static String snakeCase(String name) {
        String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceAll("^_+|_+$", "")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() || Character.isDigit(words.charAt(0)) ? "_" + words : words;
    }

    private static String withoutReservedSuffix(String name) {
        for (String suffix : RESERVED_SUFFIXES) {
            if (name.endsWith(suffix)) {
                return withoutReservedSuffix(name.substring(0, name.length() - suffix.length()));
            }
        }
        return name;
    }
}
