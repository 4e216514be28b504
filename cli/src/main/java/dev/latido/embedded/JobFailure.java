package dev.latido.embedded;

import org.apache.flink.util.SerializedThrowable;

/** A job that has failed; its cause is what was thrown in the job, which Flink hides in layers of its own. */
public final class JobFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private JobFailure(Throwable cause) {
        super(null, cause); // what the cause says is what there is to say
    }

    /** Unwraps what Flink reports of a failed job. */
    public static JobFailure of(Throwable reported) {
        Throwable innermost = unpack(reported);
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = unpack(innermost.getCause());
        }
        return new JobFailure(innermost);
    }

    private static Throwable unpack(Throwable thrown) {
        return thrown instanceof SerializedThrowable serialized
                ? serialized.deserializeError(JobFailure.class.getClassLoader())
                : thrown;
    }
}
