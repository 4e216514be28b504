package dev.latido.testing;

import dev.latido.setting.LatidoSettings;
import dev.latido.setting.SettingsException;
import dev.latido.setting.SettingsLoader;
import java.util.Map;

/** The settings as they are shipped. */
public final class TestSettings {

    private TestSettings() {}

    public static LatidoSettings shipped() {
        try {
            return SettingsLoader.load(null, Map.of());
        } catch (SettingsException e) {
            throw new IllegalStateException(e);
        }
    }
}
