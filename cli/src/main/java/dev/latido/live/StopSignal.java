package dev.latido.live;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The wish to stop: SIGTERM or Ctrl-C. The first one only sets this, so that there is time to stop in order; the second
 * ends the process at once.
 */
public final class StopSignal {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private static final int INTERRUPTED = 130;

    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignal() {}

    /** Listens from now on. Where the JVM leaves signals alone ({@code -Xrs}), they end the process as they always do. */
    public static StopSignal listen() {
        StopSignal signal = new StopSignal();
        signal.handle("TERM");
        signal.handle("INT");
        return signal;
    }

    /** Waits for the signal; false when it has not come in time. */
    public boolean await(Duration time) throws InterruptedException {
        return asked.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void arrived() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        asked.countDown();
    }

    /** Every JDK has these classes, but none of its documented ones can take a signal; so the compiler refuses them. */
    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    StopSignal.class.getClassLoader(), new Class<?>[] {handler}, invocation(handler));
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            LOG.info("SIG{} cannot be handled; it will end the process without a savepoint", name, e);
        }
    }

    private InvocationHandler invocation(Class<?> handler) {
        return (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == handler) {
                arrived();
                return null;
            }
            return method.invoke(this, arguments);
        };
    }
}
