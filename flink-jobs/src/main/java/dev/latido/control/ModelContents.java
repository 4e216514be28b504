package dev.latido.control;

import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.EffectiveModel;
import dev.latido.scoring.ModelBook;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.ModelContent;
import dev.latido.scoring.Role;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The content of the artifacts that a book of models names, those to go back to among them. */
final class ModelContents {

    /** How much is kept in all. */
    static final long MOST_BYTES = 256L << 20;

    private final ModelBook book;
    private final TreeMap<String, ModelContent> contents = new TreeMap<>();

    ModelContents(ModelBook book, Iterable<ModelContent> contents) {
        this.book = book;
        contents.forEach(content -> this.contents.put(content.sha256(), content));
    }

    List<ModelContent> all() {
        return List.copyOf(contents.values());
    }

    Optional<ModelContent> of(String sha256) {
        return Optional.ofNullable(contents.get(sha256));
    }

    /** What was read for the model from this very place earlier. */
    Optional<ModelContent> of(String model, ArtifactRef artifact) {
        boolean known = changes()
                .filter(change -> change.model().equals(model))
                .flatMap(ModelContents::references)
                .anyMatch(artifact::equals);
        return known ? of(artifact.sha256()) : Optional.empty();
    }

    /** How much would be kept with a change and what it brings, in bytes. */
    long bytesWith(ModelChange change, Collection<ModelContent> brought) {
        Set<String> named = names(Stream.concat(changes(), Stream.of(change)));
        TreeMap<String, ModelContent> together = new TreeMap<>(contents);
        brought.forEach(content -> together.put(content.sha256(), content));
        together.keySet().retainAll(named);
        return together.values().stream().mapToLong(ModelContent::bytes).sum();
    }

    void add(Collection<ModelContent> brought) {
        brought.forEach(content -> contents.put(content.sha256(), content));
    }

    /** Forgets what the book does not name any more. */
    void forgetUnnamed() {
        contents.keySet().retainAll(names(changes()));
    }

    private Stream<ModelChange> changes() {
        return book.history().changes().stream().map(EffectiveModel::change);
    }

    private static Set<String> names(Stream<ModelChange> changes) {
        Set<String> names = new HashSet<>();
        changes.flatMap(ModelContents::references).forEach(artifact -> names.add(artifact.sha256()));
        return names;
    }

    private static Stream<ArtifactRef> references(ModelChange change) {
        return Stream.of(
                        change.artifact(Role.ACTIVE),
                        change.artifact(Role.SHADOW),
                        Optional.ofNullable(change.previous()))
                .flatMap(Optional::stream);
    }
}
