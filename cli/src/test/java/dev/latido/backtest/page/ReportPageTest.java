package dev.latido.backtest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.backtest.BacktestReport;
import dev.latido.backtest.Comparison;
import dev.latido.backtest.Sample;
import dev.latido.backtest.Told;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportPageTest {

    static Stream<String> pages() {
        BacktestReport report = Sample.report(1);
        return Stream.of(
                page(report),
                ReportPage.of(Sample.report(2), Optional.of(Comparison.of(report, Sample.report(2)))),
                page(Sample.withoutTruth()),
                page(new Told(0).customers("a").rule("r").fires("r", "a", 0).report(10)),
                page(new Told(30).report(10)),
                page(new Told(30).rule("r").report(10)),
                page(new Told(30)
                        .customers("a")
                        .leaves("a", 9)
                        .rule("r")
                        .fires("r", "a", 5)
                        .report(10)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPageIsWellFormedAndNeedsNothingElse(String page) throws Exception {
        List<String> attributes = new ArrayList<>();
        NodeList elements = parse(page).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            assertThat(elements.item(i).getNodeName()).isNotIn("script", "link", "img", "image", "iframe", "use", "a");
            NamedNodeMap named = elements.item(i).getAttributes();
            for (int k = 0; k < named.getLength(); k++) {
                attributes.add(named.item(k).getNodeName());
            }
        }

        assertThat(attributes).doesNotContain("src", "href", "xlink:href", "srcset", "action", "onclick");
        assertThat(page).doesNotContain("http:", "https:", "url(", "@import", "NaN", "Infinity", "null");
    }

    @Test
    void aPageIsTheSameBytesEachTime() {
        assertThat(page(Sample.report(1))).isEqualTo(page(Sample.report(1)));
    }

    @Test
    void whatPeopleWroteIsTextAndNeverMarkup() throws Exception {
        String evil = "<script>alert('x')</script>\" & \u0000 \uD800";
        BacktestReport report = new Told(100)
                .customers(evil)
                .leaves(evil, 30, Optional.of(evil))
                .rule(evil)
                .fires(evil, evil, 25)
                .report(10);
        BacktestReport changed = new Told(100)
                .customers(evil)
                .leaves(evil, 30, Optional.of(evil))
                .rule(evil)
                .fires(evil, evil, 26)
                .report(10);

        Document page = parse(ReportPage.of(report, Optional.of(Comparison.of(changed, report))));

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent())
                .contains("<script>alert('x')</script>\" & \uFFFD \uFFFD at 2025-01-26");
    }

    @Test
    void withoutTruthNothingIsSaidOfPrecision() {
        assertThat(page(Sample.withoutTruth()))
                .contains("No truth was given")
                .doesNotContain("Precision", "Recall", "class=\"scatter\"");
    }

    @Test
    void aDotOfTheScatterStandsWhereItsNumbersAre() {
        // Precision 1 of 1 and recall 1 of 2: the highest ends are 100 % and 91 %, so that both axes end at 100 %.
        String page = page(new Told(100)
                .customers("a", "b")
                .leaves("a", 30)
                .leaves("b", 60)
                .rule("r")
                .fires("r", "a", 25)
                .report(10));

        assertThat(page).contains("<circle cx=\"329\" cy=\"14\" r=\"10\" class=\"number\">");
    }

    private static String page(BacktestReport report) {
        return ReportPage.of(report, Optional.empty());
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
