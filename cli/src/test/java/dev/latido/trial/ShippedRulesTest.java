package dev.latido.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.Rule;
import dev.latido.rule.format.RuleCases;
import dev.latido.rule.format.RuleCases.Case;
import dev.latido.rule.format.RuleFolder;
import dev.latido.setting.SettingsLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ShippedRulesTest {

    private static final Path FOLDER = Path.of("../config/rules");

    @TestFactory
    Stream<DynamicTest> everyCasePasses() throws Exception {
        var policy = SettingsLoader.load(null, Map.of()).policy();
        return rules().stream().flatMap(file -> {
            RuleCaseRun run = new RuleCaseRun(RuleFolder.loadFile(file), policy);
            return cases(file).stream()
                    .map(played -> DynamicTest.dynamicTest(
                            file.getFileName() + ": " + played.name(),
                            () -> assertThat(run.play(played).differences()).isEmpty()));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsShownToFireAndToKeepSilent() {
        return rules().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    assertThat(cases(file))
                            .filteredOn(played -> !played.expected().isEmpty())
                            .isNotEmpty();
                    assertThat(cases(file))
                            .filteredOn(played -> played.expected().isEmpty())
                            .hasSizeGreaterThanOrEqualTo(2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> noRuleLooksOdd() {
        return rules().stream()
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    Rule rule = RuleFolder.loadFile(file);
                    assertThat(new RuleReview(rule, cases(file)).warnings()).isEmpty();
                }));
    }

    @Test
    void thereAreRulesAndEachHasItsIdForAName() {
        assertThat(RuleFolder.load(FOLDER)).hasSizeGreaterThanOrEqualTo(13);
        assertThat(rules())
                .allSatisfy(file -> assertThat(file.getFileName())
                        .hasToString(RuleFolder.loadFile(file).id() + ".yaml"));
    }

    private static List<Path> rules() {
        return RuleFiles.of(List.of(FOLDER)).rules();
    }

    private static List<Case> cases(Path rule) {
        return RuleCases.loadFile(RuleFiles.casesBeside(rule)).cases();
    }
}
