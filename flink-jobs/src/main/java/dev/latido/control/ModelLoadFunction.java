package dev.latido.control;

import dev.latido.change.Request;
import dev.latido.model.scorer.ScorerChoice;
import dev.latido.scoring.LoadedChange;
import dev.latido.scoring.ModelChange;
import dev.latido.scoring.Role;
import dev.latido.scoring.Unloadable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Loads what changes of models name, one after the other, beside the stream: neither event time nor a checkpoint waits for it.
 *
 * <p>State: none of its own; Flink keeps the changes that are being loaded.
 */
public final class ModelLoadFunction extends RichAsyncFunction<Request, Request> {

    /** How long the loading of one change may take, with what waits before it. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** How many changes may wait for their artifacts. */
    static final int MOST_WAITING = 100;

    private static final long serialVersionUID = 1L;

    private transient ExecutorService loading;

    private final ScorerChoice scorer;

    /** @param scorer what is to walk the trees */
    @SuppressWarnings("NullAway.Init") // the thread is made in open
    public ModelLoadFunction(ScorerChoice scorer) {
        this.scorer = scorer;
    }

    @Override
    public void open(OpenContext context) {
        loading = thread();
    }

    private static ExecutorService thread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "models-load");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void asyncInvoke(Request request, ResultFuture<Request> result) {
        if (request instanceof ModelChange change) {
            loading.execute(() -> load(change, result));
        } else {
            result.complete(List.of(request));
        }
    }

    private void load(ModelChange change, ResultFuture<Request> result) {
        try {
            result.complete(List.of(ModelLoader.load(change, scorer)));
        } catch (Error e) {
            result.completeExceptionally(e);
            throw e;
        }
    }

    /** What hangs is left behind; what waits goes on with another thread. */
    @Override
    public void timeout(Request request, ResultFuture<Request> result) {
        List<Runnable> waiting = loading.shutdownNow();
        loading = thread();
        waiting.forEach(loading::execute);
        ModelChange change = (ModelChange) request;
        result.complete(List.of(new LoadedChange(change, late(change, Role.ACTIVE), late(change, Role.SHADOW))));
    }

    private static @Nullable Unloadable late(ModelChange change, Role role) {
        return change.artifact(role)
                .map(artifact -> new Unloadable(
                        artifact.location() + " could not be loaded within " + LONGEST.toMinutes() + " minutes."))
                .orElse(null);
    }

    @Override
    public void close() {
        if (loading != null) {
            loading.shutdownNow();
        }
    }
}
