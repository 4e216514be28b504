package dev.latido.bench.rules;

import dev.latido.event.CustomerEvent;
import java.util.List;

final class Trial {
    public static void main(String[] a) throws Exception {
        List<CustomerEvent> events = EventStream.of(Integer.parseInt(a[0]), Integer.parseInt(a[1]));
        int n = Integer.parseInt(a[2]);
        for (String backend : a[3].split(",", -1)) {
            for (String f : a[4].split(",", -1)) {
                for (int i = 0; i < Integer.parseInt(a[5]); i++) {
                    var run = RuleJob.run(
                            e -> StockStage.matches(e, BenchRule.ALL.subList(0, n), StockStage.Filter.valueOf(f)),
                            RuleJob.settings(backend),
                            events);
                    System.out.printf(
                            "%s %s rules=%d %.2fs %.0f/s cpu %.2f us matches %d%n",
                            backend,
                            f,
                            n,
                            run.seconds(),
                            events.size() / run.seconds(),
                            run.cpuSeconds() * 1e6 / events.size(),
                            run.matches().size());
                }
            }
        }
    }
}
