package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.kafka.TopicSpec;
import dev.latido.connector.kafka.Topics;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.job.KafkaReadiness;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latido topics}. */
@Command(name = "topics", description = "What the job needs of your Kafka, and whether it is there.")
final class TopicsCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "check",
            description = "Show what is needed and what is there; exit code 1 when something is wrong.")
    int check(
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        try (Topics topics = open(settings)) {
            return report(settings, topics);
        }
    }

    @Command(name = "create", description = "Make the topics that are missing, and leave the others as they are.")
    int create(
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        int factor = settings.kafka().replicationFactor();
        try (Topics topics = open(settings)) {
            List<String> made = topics.create(
                    JobTopics.specs(settings), factor == 0 ? Optional.empty() : Optional.of((short) factor));
            out().println(made.isEmpty() ? "No topic is missing." : "Created " + String.join(", ", made) + ".");
            return report(settings, topics);
        }
    }

    private static Topics open(LatidoSettings settings) throws Exception {
        return Topics.at(KafkaEnds.connection(settings.kafka()), Topics.TIMEOUT);
    }

    /** Shows every topic, and what is wrong; the exit code. */
    private int report(LatidoSettings settings, Topics topics) throws Exception {
        TopicTable table = new TopicTable();
        for (TopicSpec needed : JobTopics.specs(settings)) {
            table.add(needed, topics.check(List.of(needed)));
        }
        table.print(out());
        List<String> problems = new ArrayList<>(KafkaReadiness.problems(settings));
        problems.forEach(problem -> out().println(problem));
        out().flush();
        return problems.isEmpty() ? 0 : 1;
    }

    private PrintWriter out() {
        return requireNonNull(spec, "spec").commandLine().getOut();
    }
}
