package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.connector.kafka.Topics;
import dev.latido.job.JobTopics;
import dev.latido.job.KafkaEnds;
import dev.latido.job.KafkaReadiness;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
        return report(settings);
    }

    @Command(name = "create", description = "Make the topics that are missing, and leave the others as they are.")
    int create(
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        int factor = settings.kafka().replicationFactor();
        try (Topics topics = Topics.at(KafkaEnds.connection(settings.kafka()), Topics.TIMEOUT)) {
            List<String> made = topics.create(
                    JobTopics.specs(settings), factor == 0 ? Optional.empty() : Optional.of((short) factor));
            out().println(made.isEmpty() ? "No topic is missing." : "Created " + String.join(", ", made) + ".");
        }
        return report(settings);
    }

    /** Shows every topic, and on stderr what is wrong; the exit code. */
    private int report(LatidoSettings settings) throws Exception {
        KafkaReadiness readiness = KafkaReadiness.of(settings);
        List<String> problems = readiness.problems();
        TopicTable table = new TopicTable();
        readiness.topics().forEach((needed, wrong) -> table.add(needed, wrong.isEmpty()));
        table.print(out());
        out().flush();
        PrintWriter err = commandLine().getErr();
        problems.forEach(problem -> err.println("latido: " + problem));
        err.flush();
        return problems.isEmpty() ? 0 : 1;
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private CommandLine commandLine() {
        return requireNonNull(spec, "spec").commandLine();
    }
}
