package dev.latido.cli;

import static java.util.Objects.requireNonNull;

import dev.latido.control.BareArtifact;
import dev.latido.control.FoundArtifact;
import dev.latido.job.ChangeTopic;
import dev.latido.model.artifact.ArtifactDirectory;
import dev.latido.models.KnownModels;
import dev.latido.models.ModelSender;
import dev.latido.models.PromotionGate;
import dev.latido.models.SaidOfModels;
import dev.latido.models.Wish;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latido model}. */
@Command(
        name = "model",
        description = "Models of the running job: bring one, try another beside it, promote it, go back.",
        footer = {
            "",
            "DIR is an artifact as `latido train` or `pack` writes it: a directory, or a place that the job's file systems know",
            "(file:, s3:). The job reads it itself, so the same place must be there for it."
        })
final class ModelCommand {

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "pack",
            description =
                    "Make an artifact of a model file that XGBoost has written elsewhere, in Python for instance.")
    int pack(
            @Parameters(paramLabel = "FILE", description = "The model, in XGBoost's JSON or UBJSON.") Path file,
            @Option(
                            names = "--name",
                            required = true,
                            paramLabel = "NAME",
                            description = "The model that it is to be, such as churn.")
                    String name,
            @Option(
                            names = "--features",
                            split = ",",
                            paramLabel = "NAME",
                            description =
                                    "Its features in its order, separated by commas, where the file does not name them.")
                    @Nullable
                    List<String> features,
            @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the artifact goes.")
                    Path directory)
            throws Exception {
        ModelContent content = BareArtifact.of(file, name, features == null ? List.of() : features);
        ArtifactDirectory.write(directory, content.files());
        out().println("Model " + name + ", version " + content.version() + ", is in " + directory + ".");
        out().flush();
        return 0;
    }

    @Command(
            name = "announce",
            description = "Let the job score with an artifact, instead of the one of this model before.")
    int announce(
            @Parameters(paramLabel = "DIR", description = "The artifact.") String place, @Mixin ChangeOptions options)
            throws Exception {
        FoundArtifact found = FoundArtifact.at(place);
        ModelChange change = known(options.settings()).announce(found, wish(options));
        return send(change, "is to score with version " + found.version(), options);
    }

    @Command(
            name = "shadow",
            description = "Let the job try an artifact beside the active one, and compare their scores.")
    int shadow(
            @Parameters(paramLabel = "DIR", description = "The artifact.") String place, @Mixin ChangeOptions options)
            throws Exception {
        FoundArtifact found = FoundArtifact.at(place);
        ModelChange change = known(options.settings()).shadow(found, wish(options));
        return send(change, "is to try version " + found.version() + " in the shadow", options);
    }

    @Command(name = "promote", description = "Let the artifact in the shadow score, instead of the active one.")
    int promote(
            @Parameters(paramLabel = "NAME", description = "The model.") String model,
            @Option(
                            names = "--min-rows",
                            paramLabel = "N",
                            description = "Only if so many scores of both have been compared.")
                    @Nullable
                    Long minRows,
            @Option(
                            names = "--max-psi",
                            paramLabel = "X",
                            description = "Only if their scores differ by a PSI of at most this, such as 0.25.")
                    @Nullable
                    Double maxPsi,
            @Mixin ChangeOptions options)
            throws Exception {
        LatidoSettings settings = options.settings();
        SaidOfModels said = SaidOfModels.read(settings);
        KnownModels known = known(settings, said);
        ModelChange change = known.promote(model, wish(options));
        new PromotionGate(minRows, maxPsi).require(known.model(model).orElseThrow(), said);
        return send(change, "is to score with " + name(change, said), options);
    }

    @Command(name = "rollback", description = "Let the artifact that scored before score again.")
    int rollback(
            @Parameters(paramLabel = "NAME", description = "The model.") String model, @Mixin ChangeOptions options)
            throws Exception {
        LatidoSettings settings = options.settings();
        SaidOfModels said = SaidOfModels.read(settings);
        ModelChange change = known(settings, said).rollback(model, wish(options));
        return send(change, "is to score with " + name(change, said) + " again", options);
    }

    @Command(name = "remove", description = "Score nothing with a model any more, or try nothing beside it any more.")
    int remove(
            @Parameters(paramLabel = "NAME", description = "The model.") String model,
            @Option(names = "--shadow", description = "Only the artifact in the shadow.") boolean shadow,
            @Mixin ChangeOptions options)
            throws Exception {
        KnownModels known = known(options.settings());
        return shadow
                ? send(known.removeShadow(model, wish(options)), "is to have nothing in the shadow", options)
                : send(known.remove(model, wish(options)), "is to be removed", options);
    }

    @Command(name = "list", description = "Show the models that the topic holds.")
    int list(
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        LatidoSettings settings = SettingsLoader.load(config, System.getenv());
        ModelTables.print(ChangeTopic.ofModels(settings), SaidOfModels.read(settings), out());
        return 0;
    }

    @Command(name = "status", description = "Show what the job has said of models last.")
    int status(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of this model only.") @Nullable
                    String model,
            @Option(names = "--all", description = "All that has been said, the latest last.") boolean all,
            @Option(names = "--config", paramLabel = "FILE", description = "Settings laid over config/latido.yaml.")
                    @Nullable
                    Path config)
            throws Exception {
        SaidOfModels said = SaidOfModels.read(SettingsLoader.load(config, System.getenv()));
        SaidOfModels asked = model == null ? said : said.of(model);
        ModelTables.print(all ? asked : asked.latest(), out());
        return 0;
    }

    private static KnownModels known(LatidoSettings settings) throws Exception {
        return known(settings, SaidOfModels.read(settings));
    }

    private static KnownModels known(LatidoSettings settings, SaidOfModels said) throws Exception {
        return new KnownModels(ChangeTopic.ofModels(settings), said);
    }

    private static Wish wish(ChangeOptions options) {
        return new Wish(options.by(), options.reason(), options.effectiveAt());
    }

    /** The artifact that is to score, as a person knows it. */
    private static String name(ModelChange change, SaidOfModels said) {
        return said.version(change.active())
                .map(version -> "version " + version)
                .orElseGet(() ->
                        "the artifact at " + requireNonNull(change.active()).location());
    }

    private int send(ModelChange change, String what, ChangeOptions options) throws Exception {
        try (ModelSender sender = ModelSender.to(options.settings())) {
            sender.send(List.of(change));
        }
        out().println("Sent: model " + change.model() + " " + what + " " + options.since() + ".");
        out().println("`latido model status " + change.model() + "` shows what became of it.");
        out().flush();
        return 0;
    }

    private PrintWriter out() {
        return requireNonNull(spec, "spec").commandLine().getOut();
    }
}
