package dev.latido.backtest.page;

import dev.latido.backtest.JudgedFiring;
import dev.latido.backtest.RuleChange;
import dev.latido.backtest.output.Figures;
import dev.latido.page.Markup;
import java.util.List;

/** The alerts that a changed rule gains and loses, one by one, folded away. */
final class AlertLists {

    /** More are in report.json. */
    private static final int LISTED = 50;

    private AlertLists() {}

    static void write(Markup page, RuleChange change) {
        if (change.kind() == RuleChange.Kind.CHANGED) {
            list(page, change, "gained", change.gained());
            list(page, change, "lost", change.lost());
        }
    }

    private static void list(Markup page, RuleChange change, String what, List<JudgedFiring> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        page.open("details").element("summary", change.ruleId() + ": " + Figures.count(alerts.size()) + " " + what);
        page.open("ul", "class", "alerts");
        alerts.stream().limit(LISTED).forEach(alert -> page.element("li", sentence(alert)));
        page.close();
        if (alerts.size() > LISTED) {
            page.element("p", Figures.count(alerts.size() - LISTED) + " more are in report.json.");
        }
        page.close();
    }

    private static String sentence(JudgedFiring alert) {
        return alert.firing().customerId() + " at " + alert.firing().at()
                + alert.outcome().map(outcome -> ", " + outcome.text()).orElse("")
                + (alert.leadDays().isPresent() ? " " + Figures.days(alert.leadDays()) + " days later" : "");
    }
}
