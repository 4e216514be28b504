package dev.latido.job;

import dev.latido.change.Request;
import dev.latido.rule.Rule;
import dev.latido.rule.RuleChange;
import dev.latido.rule.format.RuleException;
import dev.latido.rule.format.RuleFolder;
import dev.latido.setting.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that a run begins with: those of a folder that a person names, or the shipped ones. */
public final class InitialRules {

    private static final String SHIPPED = "config/rules";

    private InitialRules() {}

    /**
     * The rules of a folder, in the order of their ids.
     *
     * @param folder null for the shipped one
     */
    public static List<Rule> load(@Nullable Path folder) throws SettingsException {
        try {
            return folder == null ? shipped() : RuleFolder.load(folder);
        } catch (RuleException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        } catch (IOException | URISyntaxException e) {
            throw new SettingsException(SHIPPED + " cannot be read: " + e.getMessage());
        }
    }

    private static List<Rule> shipped() throws IOException, URISyntaxException {
        String home = System.getProperty("latido.home");
        if (home != null) {
            return RuleFolder.load(Path.of(home, SHIPPED));
        }
        URL packed = InitialRules.class.getClassLoader().getResource(SHIPPED);
        if (packed == null) {
            throw new IOException("it is not in this program");
        }
        URI uri = packed.toURI();
        if (!uri.getScheme().equals("jar")) {
            return RuleFolder.load(Path.of(uri));
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return RuleFolder.load(jar.getPath(SHIPPED));
        }
    }

    /** What puts rules in force from the beginning of time. */
    public static List<Request> fromTheBeginning(List<Rule> rules) {
        return rules.stream().map(InitialRules::change).map(Request.class::cast).toList();
    }

    /** What puts a rule of a file in force as soon as can be. */
    public static RuleChange change(Rule rule) {
        return new RuleChange(
                rule.id(), RuleChange.Action.APPLY, rule.source(), "latido", "from a file", RuleChange.AT_ONCE);
    }
}
