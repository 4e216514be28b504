package dev.latido.bench.rules;

import dev.latido.rule.CustomerFacts;
import dev.latido.rule.KeptEvent;
import dev.latido.rule.Match;
import dev.latido.rule.Match.MatchedStep;
import dev.latido.rule.Occurrence;
import dev.latido.rule.Rule;
import dev.latido.rule.running.Raised;
import dev.latido.rule.running.RuleFindings;
import java.util.function.Consumer;

/** Writes each match as a line of text. */
final class FoundMatches implements RuleFindings {

    private final Consumer<String> out;
    private String customer = "";

    FoundMatches(Consumer<String> out) {
        this.out = out;
    }

    /** What is found from now on, is found about this customer. */
    void lookAt(String customerId) {
        customer = customerId;
    }

    @Override
    public void raised(Rule rule, Match match, long at, CustomerFacts facts) {
        MatchLine line = new MatchLine(rule.id(), customer);
        for (MatchedStep step : match.steps()) {
            line.step(step.name());
            for (KeptEvent event : step.events()) {
                line.event(event.eventId());
            }
        }
        out.accept(line.toString());
    }

    @Override
    public void resolved(Rule rule, Raised raised, Occurrence by) {
        throw unexpected("resolves");
    }

    @Override
    public void suppressed(Rule rule) {
        throw unexpected("suppresses");
    }

    @Override
    public void dropped(Rule rule, int count) {
        throw unexpected("drops");
    }

    @Override
    public void forgotten(int count) {
        throw unexpected("forgets");
    }

    @Override
    public void changed(long change, int kept, int dropped) {
        throw unexpected("changes");
    }

    private static IllegalStateException unexpected(String what) {
        return new IllegalStateException("no rule of the benchmark " + what + " anything");
    }
}
