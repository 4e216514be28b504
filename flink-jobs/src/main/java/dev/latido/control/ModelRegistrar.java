package dev.latido.control;

import dev.latido.change.Change;
import dev.latido.change.ControlMessage;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.model.artifact.UnusableArtifactException;
import dev.latido.scoring.ArtifactReader;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.Loaded;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelBook;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.ModelHistory;
import dev.latido.scoring.ModelStatus;
import dev.latido.scoring.ModelsInForce;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which changes of models are accepted, and from when on they hold, and keeps the content of their artifacts. What it
 * refuses changes nothing.
 */
public final class ModelRegistrar {

    /** How many models there may be. */
    public static final int MOST_MODELS = 8;

    /** How many changes may wait for their time. */
    public static final int MOST_PENDING = 100;

    /** How long, in event time, what is over is kept: customers may be somewhat behind the time passed on to them. */
    private static final long KEPT_MILLIS = Duration.ofHours(1).toMillis();

    /** What is wrong with a change, and which of its artifacts is to blame. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final Role role;

        private Refusal(Role role, String error) {
            super(error);
            this.role = role;
        }
    }

    private final ModelBook book;
    private final ModelContents contents;

    /**
     * A registrar that goes on from what another one kept.
     *
     * @param contents of the artifacts that the book names
     */
    public ModelRegistrar(ModelBook book, Iterable<ModelContent> contents) {
        this.book = book;
        this.contents = new ModelContents(book, contents);
    }

    public ModelHistory history() {
        return book.history();
    }

    /** The content of the artifacts that may score, or be gone back to. */
    public List<ModelContent> contents() {
        return contents.all();
    }

    /**
     * All that is in force or waits for its time, for subtasks that know nothing of it. An artifact that this program cannot
     * use any more, which another one could, is dropped with the changes that name it.
     *
     * @param time event time that has been passed on, milliseconds since 1970-01-01 UTC
     */
    public Decision<ModelStatus> resume(long time) {
        List<ModelStatus> statuses = new ArrayList<>();
        for (ModelContent content : contents.all()) {
            try {
                ArtifactReader.requireUsable(content.files(), content.sha256());
            } catch (UnusableArtifactException e) {
                for (EffectiveModel dropped : book.removeArtifact(content.sha256())) {
                    String error = "An artifact that was accepted earlier cannot be used any more: " + e.getMessage();
                    statuses.add(refused(dropped.change(), Role.ACTIVE, time, error));
                }
            }
        }
        contents.forgetUnnamed();
        List<ControlMessage> messages = new ArrayList<>();
        ModelBook sent = ModelBook.of(ModelHistory.EMPTY);
        book.history().changes().stream()
                .sorted(Comparator.comparingLong(EffectiveModel::changeId))
                .forEach(change -> {
                    messages.addAll(messages(change, sent));
                    sent.add(change);
                });
        return new Decision<>(false, messages, statuses);
    }

    /** A change, after those of its artifacts that are not there yet, where all that was sent before is in the book. */
    private List<ControlMessage> messages(EffectiveModel change, ModelBook sent) {
        Set<String> there = sent.artifactsFrom(change.overUntil());
        Set<ControlMessage> messages = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            change.change()
                    .artifact(role)
                    .filter(artifact -> !there.contains(artifact.sha256()))
                    .flatMap(artifact -> contents.of(artifact.sha256()))
                    .ifPresent(messages::add);
        }
        messages.add(change);
        return List.copyOf(messages);
    }

    /**
     * Decides on a request, and takes what is accepted into the book.
     *
     * @param request a {@link LoadedChange} or what is no usable change
     * @param time event time that has been passed on, milliseconds since 1970-01-01 UTC; {@link Long#MIN_VALUE} before all
     */
    public Decision<ModelStatus> decide(Request request, long time) {
        if (request instanceof Unusable unusable) {
            return Decision.toChangeNothing(List.of(
                    ModelStatus.refused(unusable, Role.ACTIVE, Optional.empty(), null, time, unusable.error())));
        }
        LoadedChange loaded = (LoadedChange) request;
        ModelChange change = loaded.change();
        forgetWhatIsOver(time, KEPT_MILLIS);
        ModelsInForce then = book.inForce(change.earliestAfter(time));
        Optional<ModelChange> before = then.model(change.model());
        if (before.isEmpty() && change.isRemoval() && change.by().equals(Change.UNKNOWN)) {
            return Decision.toChangeNothing(List.of()); // what is left of a removal on the topic
        }
        try {
            requireRoom(change, then, before);
            requireTurn(change, time);
            return accept(loaded, before, time);
        } catch (Refusal e) {
            return Decision.toChangeNothing(List.of(refused(change, e.role, time, String.valueOf(e.getMessage()))));
        }
    }

    private static ModelStatus refused(ModelChange change, Role role, long time, String error) {
        return ModelStatus.refused(change, role, change.artifact(role), null, time, error);
    }

    private void forgetWhatIsOver(long time, long keptMillis) {
        book.forgetUntil(time == Long.MIN_VALUE ? EffectiveModel.BEGINNING : time - keptMillis);
        contents.forgetUnnamed();
    }

    private void requireRoom(ModelChange change, ModelsInForce then, Optional<ModelChange> before) throws Refusal {
        if (before.isEmpty() && change.isRemoval()) {
            throw new Refusal(Role.ACTIVE, "There is no model " + change.model() + " to remove.");
        }
        if (before.isEmpty() && book.mostFrom(then.from()) >= MOST_MODELS) {
            throw new Refusal(Role.ACTIVE, "There are " + MOST_MODELS + " models, which is the most allowed.");
        }
    }

    /** A removal at once need not wait until there is room: there are no more of them than there are models. */
    private void requireTurn(ModelChange change, long time) throws Refusal {
        boolean removesAtOnce = change.isRemoval() && change.effectiveAt() <= time + 1;
        if (!removesAtOnce && book.pendingAt(time) >= MOST_PENDING) {
            throw new Refusal(
                    Role.ACTIVE, MOST_PENDING + " changes have yet to take effect, which is the most allowed.");
        }
    }

    private Decision<ModelStatus> accept(LoadedChange loaded, Optional<ModelChange> before, long time) throws Refusal {
        ModelChange change = loaded.change();
        Set<ModelContent> artifacts = new LinkedHashSet<>();
        for (Role role : Role.values()) {
            content(loaded, role).ifPresent(artifacts::add);
        }
        requireMemory(change, artifacts, time);
        EffectiveModel effective =
                new EffectiveModel(book.lastChangeId() + 1, time, change.earliestAfter(time), after(before, change));
        contents.add(artifacts);
        List<ControlMessage> messages = messages(effective, book);
        List<EffectiveModel> withdrawn = book.add(effective);
        List<ModelStatus> statuses = new ArrayList<>(ModelStatuses.of(effective, before, loaded, this::version));
        for (EffectiveModel other : withdrawn) {
            String version =
                    other.change().artifact(Role.ACTIVE).map(this::version).orElse(null);
            statuses.add(ModelStatus.withdrawn(other, version, time, effective.changeId()));
        }
        contents.forgetUnnamed();
        return new Decision<>(true, messages, statuses);
    }

    /** What is gone back to is what was in force, whatever the statement takes for that. */
    private static ModelChange after(Optional<ModelChange> before, ModelChange change) {
        if (before.isEmpty() || change.isRemoval()) {
            return change;
        }
        boolean replaces = !before.get().artifact(Role.ACTIVE).equals(change.artifact(Role.ACTIVE));
        return change.withPrevious(
                replaces ? before.get().active() : before.get().previous());
    }

    private @Nullable String version(ArtifactRef artifact) {
        return contents.of(artifact.sha256()).map(ModelContent::version).orElse(null);
    }

    /** What was loaded or, where it is not there any more, what was read of it earlier: so one can always go back. */
    private Optional<ModelContent> content(LoadedChange loaded, Role role) throws Refusal {
        Optional<ArtifactRef> artifact = loaded.change().artifact(role);
        Optional<Loaded> found = loaded.loaded(role);
        if (artifact.isPresent() && found.isPresent() && found.get() instanceof Unloadable unloadable) {
            Optional<ModelContent> kept = contents.of(loaded.change().model(), artifact.get());
            if (kept.isEmpty()) {
                throw new Refusal(role, unloadable.error());
            }
            return kept;
        }
        return found.map(ModelContent.class::cast);
    }

    private void requireMemory(ModelChange change, Set<ModelContent> artifacts, long time) throws Refusal {
        if (contents.bytesWith(change, artifacts) > ModelContents.MOST_BYTES) {
            forgetWhatIsOver(time, 0);
        }
        long bytes = contents.bytesWith(change, artifacts);
        if (bytes > ModelContents.MOST_BYTES) {
            throw new Refusal(
                    Role.ACTIVE,
                    "With these artifacts, those of all models would take " + (bytes >> 20) + " MiB; at most "
                            + (ModelContents.MOST_BYTES >> 20) + " MiB are allowed.");
        }
    }
}
