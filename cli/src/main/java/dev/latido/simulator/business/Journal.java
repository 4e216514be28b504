package dev.latido.simulator.business;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where one account's facts are written: numbers them, and forgets those after the end of the world or of the account. */
final class Journal {

    private final Identity identity;
    private final Consumer<? super Fact> facts;
    private long lastMoment;
    private long sequence;

    Journal(Identity identity, long worldEnd, Consumer<? super Fact> facts) {
        this.identity = identity;
        this.lastMoment = worldEnd - 1;
        this.facts = facts;
    }

    Identity identity() {
        return identity;
    }

    /** From now on, nothing that happens later than that is written. */
    void closeAfter(long at) {
        lastMoment = Math.min(lastMoment, at);
    }

    void click(long at, long session, Member member, Click.Type type, String name) {
        write(new Click(identity, at, ++sequence, session, member, type, name));
    }

    void billing(BillingFact.Type type, long at, Terms terms) {
        billing(type, at, terms, null, null);
    }

    void billing(BillingFact.Type type, long at, Terms terms, @Nullable Terms before, @Nullable Invoice invoice) {
        write(new BillingFact(identity, at, ++sequence, type, terms, before, invoice));
    }

    void ticket(long at, Ticket ticket, TicketFact.Status previous, TicketFact.Status current) {
        write(new TicketFact(identity, at, ++sequence, ticket, previous, current));
    }

    void opinion(long at, Member member, Opinion.Survey survey, int score) {
        write(new Opinion(identity, at, ++sequence, member, survey, score));
    }

    private void write(Fact fact) {
        if (fact.at() <= lastMoment) {
            facts.accept(fact);
        }
    }
}
