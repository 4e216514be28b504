package dev.latido.control;

import static dev.latido.testing.ModelChanges.change;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.change.Change;
import dev.latido.change.ChangeKind;
import dev.latido.change.Request;
import dev.latido.change.Unusable;
import dev.latido.codec.CodecSerializer;
import dev.latido.codec.RequestCodec;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.scoring.ArtifactRef;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.Unloadable;
import dev.latido.testing.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLoadFunctionTest {

    private static final Request UNUSABLE = new Unusable(ChangeKind.MODEL, "ltv", "", "", "by is missing.");

    @TempDir
    private Path directory = Path.of("");

    private OneInputStreamOperatorTestHarness<Request, Request> stage;

    @BeforeEach
    void open() throws Exception {
        stage = stage();
        stage.open();
    }

    @AfterEach
    void close() throws Exception {
        stage.close();
    }

    private static OneInputStreamOperatorTestHarness<Request, Request> stage() throws Exception {
        var serializer = new CodecSerializer<>(RequestCodec.INSTANCE);
        var stage = new OneInputStreamOperatorTestHarness<>(
                new AsyncWaitOperatorFactory<>(
                        new ModelLoadFunction(ScorerChoice.FOREST),
                        ModelLoadFunction.LONGEST.toMillis(),
                        ModelLoadFunction.MOST_WAITING,
                        AsyncDataStream.OutputMode.ORDERED),
                serializer);
        stage.setup(serializer);
        return stage;
    }

    @Test
    void changesAreLoadedAndKeepTheirOrder() throws Exception {
        ModelChange good = announce("churn", "1");
        ModelChange bad = change("churn", Artifacts.ref("churn", "gone"), null, null, Change.AT_ONCE);
        stage.processElement(new StreamRecord<>(good));
        stage.processElement(new StreamRecord<>(UNUSABLE));
        stage.processElement(new StreamRecord<>(bad));
        stage.endInput();

        assertThat(stage.extractOutputValues())
                .containsExactly(
                        ModelLoader.load(good, ScorerChoice.FOREST),
                        UNUSABLE,
                        ModelLoader.load(bad, ScorerChoice.FOREST));
    }

    @Test
    void whatWasBeingLoadedAtACheckpointIsLoadedAfterIt() throws Exception {
        ModelChange good = announce("churn", "1");
        stage.processElement(new StreamRecord<>(good));
        OperatorSubtaskState state = stage.snapshot(1, 1);
        stage.close();
        stage = stage();
        stage.initializeState(state);
        stage.open();
        stage.endInput();

        assertThat(stage.extractOutputValues()).containsExactly(ModelLoader.load(good, ScorerChoice.FOREST));
    }

    /** Nobody ever writes to the pipe, so reading from it does not end. */
    @Test
    void whatTakesTooLongIsGivenUpAndHoldsNothingElseUp() throws Exception {
        Path pipe = Files.createDirectory(directory.resolve("hanging")).resolve("artifact.yaml");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        ModelChange hanging = change(
                "churn", new ArtifactRef(String.valueOf(pipe.getParent()), "0".repeat(64)), null, null, Change.AT_ONCE);
        ModelChange good = announce("churn", "1");
        Results ofHanging = new Results();
        Results ofGood = new Results();
        ModelLoadFunction function = new ModelLoadFunction(ScorerChoice.FOREST);
        function.open(DefaultOpenContext.INSTANCE);
        try {
            function.asyncInvoke(hanging, ofHanging);
            function.asyncInvoke(good, ofGood);
            function.timeout(hanging, ofHanging);

            assertThat(ofHanging.requests())
                    .containsExactly(new LoadedChange(
                            hanging,
                            new Unloadable(pipe.getParent() + " could not be loaded within 5 minutes."),
                            null));
            assertThat(ofGood.requests()).containsExactly(ModelLoader.load(good, ScorerChoice.FOREST));
        } finally {
            function.close();
        }
    }

    private ModelChange announce(String model, String version) throws IOException {
        ArtifactRef artifact = Artifacts.write(directory, model, version);
        return change(model, artifact, null, null, Change.AT_ONCE);
    }

    /** What a function has given for one element. */
    private static final class Results implements ResultFuture<Request> {

        private final CompletableFuture<Collection<Request>> completed = new CompletableFuture<>();

        Collection<Request> requests() throws Exception {
            return completed.get(30, TimeUnit.SECONDS);
        }

        @Override
        public void complete(Collection<Request> results) {
            completed.complete(results);
        }

        @Override
        public void completeExceptionally(Throwable error) {
            throw new AssertionError(error);
        }

        @Override
        public void complete(CollectionSupplier<Request> supplier) {
            throw new UnsupportedOperationException();
        }
    }
}
