package dev.latido.training.page;

import static java.util.Objects.requireNonNullElse;

import dev.latido.model.artifact.Manifest;
import dev.latido.model.artifact.TrainingFacts;
import dev.latido.model.artifact.TrainingFacts.Part;
import dev.latido.page.Markup;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which rows were for what. */
final class PartTable {

    /** How many characters of a time are its day. */
    private static final int DAY = 10;

    private PartTable() {}

    static void write(Markup page, Manifest manifest) {
        TrainingFacts facts = manifest.training();
        if (facts == null) {
            return;
        }
        boolean hasTimes = facts.from() != null;
        page.open("section").element("h2", "What it was made of");
        page.open("div", "class", "scroll").open("table").open("thead").open("tr");
        page.element("th", "Rows").element("th", "How many", "class", "n");
        page.element("th", facts.mean() == null ? "Came true" : "Mean", "class", "n");
        if (hasTimes) {
            page.element("th", "From", "class", "n").element("th", "To", "class", "n");
        }
        page.close().close().open("tbody");
        long rows = requireNonNullElse(facts.rows(), 0L);
        row(
                page,
                "learned from",
                new Part(facts.from(), facts.to(), rows, facts.positives(), facts.baseRate(), facts.mean()));
        row(page, "checked with", facts.validation());
        row(page, "judged by", facts.test());
        page.close().close().close().close();
    }

    private static void row(Markup page, String name, @Nullable Part part) {
        if (part == null) {
            return;
        }
        String share = part.baseRate() == null
                ? String.format(Locale.ROOT, "%,.2f", requireNonNullElse(part.mean(), 0.0))
                : String.format(Locale.ROOT, "%,d (%.1f%%)", part.positives(), 100 * part.baseRate());
        page.open("tr").element("td", name);
        page.element("td", String.format(Locale.ROOT, "%,d", part.rows()), "class", "n");
        page.element("td", share, "class", "n");
        if (part.from() != null && part.to() != null) {
            page.element("td", day(part.from()), "class", "n").element("td", day(part.to()), "class", "n");
        }
        page.close();
    }

    private static String day(String time) {
        return time.substring(0, DAY);
    }
}
