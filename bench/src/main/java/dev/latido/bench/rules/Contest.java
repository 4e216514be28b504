package dev.latido.bench.rules;

import dev.latido.bench.rules.RuleJob.Settings;
import dev.latido.customer.CustomerPolicy;

/**
 * Two ways of finding the same matches, one after the other, several times.
 *
 * @param name of the line that tells the ratio
 * @param goal what is to be reached; empty where nothing is
 * @param rivalRules how many of {@link BenchRule#ALL} the rival looks for
 * @param rules how many ours looks for
 * @param pairs how often both run
 */
record Contest(
        String name,
        String goal,
        Settings settings,
        Way rival,
        int rivalRules,
        Way ours,
        int rules,
        int events,
        int customers,
        int pairs) {

    /** A way of finding matches. */
    enum Way {
        /** Flink CEP, which sees every event. */
        STOCK("cep"),
        /** Flink CEP behind a filter for the kinds that any rule names. */
        STOCK_FILTERED("cep-filtered"),
        /** Flink CEP, each operator behind a filter for the kinds that its own rule names. */
        STOCK_FILTERED_EACH("cep-filtered-each"),
        /** Ours, which sees every event. */
        OURS("ours"),
        /** Ours behind a filter for the kinds that any rule names. */
        OURS_FILTERED("ours-filtered"),
        /** The job's operator with health and alerts besides; time ends with the last event. */
        WHOLE("whole-operator"),
        /** The same filter and shuffle, and nothing behind them: what both sides pay. */
        FLOOR("floor");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        RuleJob.Search search(int rules, CustomerPolicy policy) {
            var some = BenchRule.ALL.subList(0, rules);
            return switch (this) {
                case STOCK -> events -> StockStage.matches(events, some, StockStage.Filter.NONE);
                case STOCK_FILTERED -> events -> StockStage.matches(events, some, StockStage.Filter.SHARED);
                case STOCK_FILTERED_EACH -> events -> StockStage.matches(events, some, StockStage.Filter.OWN);
                case OURS -> events -> RuleStage.matches(events, some, false);
                case OURS_FILTERED -> events -> RuleStage.matches(events, some, true);
                case WHOLE -> events -> WholeStage.matches(events, some, policy);
                case FLOOR -> events -> RuleStage.nothing(events, some);
            };
        }
    }
}
