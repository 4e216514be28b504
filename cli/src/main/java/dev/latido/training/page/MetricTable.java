package dev.latido.training.page;

import dev.latido.model.artifact.Manifest;
import dev.latido.model.report.MetricNames;
import dev.latido.page.Markup;

/** All metrics on the rows that a model is judged by. */
final class MetricTable {

    private MetricTable() {}

    static void write(Markup page, Manifest manifest) {
        page.open("section").element("h2", "All numbers");
        page.open("div", "class", "scroll").open("table").open("tbody");
        manifest.metrics()
                .forEach((name, value) -> page.open("tr")
                        .element("td", MetricNames.of(name))
                        .element("td", MetricNames.value(value), "class", "n")
                        .close());
        page.close().close().close().close();
    }
}
