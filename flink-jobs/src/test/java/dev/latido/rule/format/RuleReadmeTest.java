package dev.latido.rule.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.rule.CustomerField;
import dev.latido.rule.Rule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether the document of the format says what is so. */
class RuleReadmeTest {

    @Test
    void itsExamplesAreRules() throws IOException {
        List<Rule> rules = Readme.rules().stream()
                .map(text -> RuleLoader.load("README.md", text))
                .toList();

        assertThat(rules)
                .extracting(Rule::id)
                .containsExactly("payment-failed-then-cancel-page", "failures-downgrade-silence");
        assertThat(rules.get(0).sequence().attributes()).contains(Set.of("currency"));
        assertThat(rules.get(1).sequence().attributes()).contains(Set.of("invoiceId"));
        assertThat(rules.get(0).sequence().steps().get(2).when().orElseThrow().names())
                .isEmpty(); // of the name in lower case, any may be
    }

    @Test
    void itsCasesAreCases() throws IOException {
        RuleCases cases = RuleCases.load("payment-failed-then-cancel-page.cases.yaml", Readme.cases());

        assertThat(cases.rule()).isEqualTo("payment-failed-then-cancel-page.yaml");
        assertThat(cases.cases()).hasSize(2);
    }

    @Test
    void itNamesEveryFieldOfTheCustomer() throws IOException {
        assertThat(Readme.text())
                .contains(Arrays.stream(CustomerField.values())
                        .map(CustomerField::text)
                        .toList());
    }
}
