package dev.latido.backtest.page;

import dev.latido.backtest.BacktestReport;
import dev.latido.page.Markup;

/** What every number of the page means, exactly. */
final class Definitions {

    private final Markup page;

    private Definitions(Markup page) {
        this.page = page;
    }

    static void write(Markup page, BacktestReport report) {
        Definitions definitions = new Definitions(page);
        String horizon = report.horizon().toDays() + " days";
        page.open("section", "class", "definitions").element("h2", "What the numbers mean");
        page.open("dl");
        definitions.load();
        report.truth().ifPresent(truth -> definitions.judging(horizon));
        report.truth().ifPresent(truth -> definitions.accuracy());
        page.close().close();
    }

    private void load() {
        define(
                "Alerts",
                "Matches that alert somebody, or would if the rule were live. Those that a cooldown swallows are none.");
        define(
                "Compared with",
                "A band of health counts as alerting when a customer falls to it or below; the others are alerts of the job: of"
                        + " levels of health, and of a model whose risk has risen to high.");
        define("Per week", "Alerts divided by the length of the data in weeks.");
        define(
                "Per 100 customers",
                "Of those of a week: 100 times the alerts, divided by the customer-weeks: the weeks from each customer's first event until they left,"
                        + " or the data ends, added up.");
        define("Weeks", "Seven days each, from the UTC midnight before the first event. The last may be cut off.");
    }

    private void judging(String horizon) {
        define(
                "Right",
                "An alert at t is right when its customer leaves after t and at t + " + horizon
                        + " at the latest (the horizon). An alert of a customer who had left already is wrong.");
        define(
                "Open",
                "Alerts whose horizon reaches past the end of the data. Precision leaves all of them out, also those that came true"
                        + " already: to count these, and not those that still may fail, would flatter the rule.");
        define(
                "Precision",
                "Of the customers whose first alert of the rule is not open, the share of those whose first alert is right.");
        define(
                "Chance",
                "What the precision would be if each of these first alerts named a customer at random: the mean, over the alerts, of"
                        + " the share of the customers at risk at the alert's time who leave within the horizon after it. A"
                        + " customer is at risk from their first event until they leave. The dashed line of the scatter is the"
                        + " same for an instant at random: the time in which customers were within the horizon before leaving,"
                        + " over the time in which they were at risk, up to the last instant whose horizon the data covers.");
        define("Lift", "Precision divided by chance.");
    }

    private void accuracy() {
        define(
                "Recall",
                "Of the customers who left within the data and after their first event, the share of those with a right alert.");
        define("Days before", "For each of these, the days from the first right alert until they left; the median.");
        define(
                "95 % interval",
                "Wilson's score interval: with p = hits / n and z = 1.96, (p + z\u00b2/2n \u00b1 z\u221a(p(1\u2212p)/n + z\u00b2/4n\u00b2)) / (1 +"
                        + " z\u00b2/n). Of few customers little is known, and the interval is wide.");
        define(
                "Beware",
                "That a customer left after an alert does not say that the alert could have kept them, nor that a rule tuned on this"
                        + " data does as well on other data.");
    }

    private void define(String word, String meaning) {
        page.element("dt", word).element("dd", meaning);
    }
}
