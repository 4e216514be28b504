package dev.latido.model.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** XGBoost's native library, which training needs and scoring does not. */
public final class NativeXgboost {

    private NativeXgboost() {}

    /**
     * Loads it.
     *
     * @throws TrainingException with what to install, where it cannot be loaded
     */
    public static void require() {
        try {
            new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
        } catch (LinkageError | RuntimeException | XGBoostError e) {
            throw new TrainingException(
                    "Training needs XGBoost's native library, which cannot be loaded here: " + remedy()
                            + "; scoring works without it.",
                    e);
        }
    }

    /** The version of XGBoost that is used, such as {@code 3.0.4}; null where the library does not tell. */
    static @Nullable String version() {
        try (InputStream in = DMatrix.class.getResourceAsStream("/xgboost4j-version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String remedy() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "install OpenMP with \"brew install libomp\"";
        }
        if (system.contains("windows")) {
            return "install the Visual C++ redistributable, which has vcomp140.dll";
        }
        return "install the package libgomp1 (libgomp on Fedora and Alpine), and have a Linux with glibc on x86-64 or ARM64";
    }
}
