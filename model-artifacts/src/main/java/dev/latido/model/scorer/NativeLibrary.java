package dev.latido.model.scorer;

import java.util.Locale;

/** XGBoost's native library, which training and the {@code xgboost4j} scorer need; scoring with the forest does not. */
public final class NativeLibrary {

    private static final String LOADING_CLASS = "ml.dmlc.xgboost4j.java.XGBoostJNI";

    private NativeLibrary() {}

    /** Loads the library, unless that has been done, or says what to install. */
    public static void require() throws MissingNativeLibraryException {
        try {
            Class.forName(LOADING_CLASS);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MissingNativeLibraryException(sentence(), e);
        }
    }

    private static String sentence() {
        String system = System.getProperty("os.name", "this system");
        String processor = System.getProperty("os.arch", "this processor");
        return "XGBoost's native library cannot be loaded on " + system + " (" + processor + "): it needs "
                + remedy(system.toLowerCase(Locale.ROOT))
                + ", and exists for Linux and macOS on x86_64 and aarch64 and for Windows on x86_64;"
                + " scoring works here without it.";
    }

    private static String remedy(String system) {
        if (system.startsWith("windows")) {
            return "OpenMP (install the Visual C++ Redistributable)";
        }
        if (system.startsWith("mac")) {
            return "OpenMP (brew install libomp)";
        }
        return "glibc and OpenMP (apt-get install libgomp1, or dnf install libgomp)";
    }
}
