package dev.latido.simulator.business;

import dev.latido.simulator.business.Terms.Status;
import java.util.List;

/** The owner's visits for a purpose, beside the ordinary use: to see to a bill, to fetch the data, to look for the way out. */
final class Visits {

    private static final double SEES_TO_BILL_PER_DAY = 0.15;
    private static final double FETCHES_DATA_PER_DAY = 0.06;
    /** Days of doubt for each decision to leave. */
    private static final double DOUBTS_PER_DECISION = 3;

    private static final double MOST_DOUBT_PER_DAY = 0.12;
    private static final List<String> BILL = List.of(Product.BILLING);
    private static final List<String> WAY_OUT = List.of(Product.BILLING, Product.CANCEL);
    private static final List<String> DATA = List.of("Settings", Product.EXPORT);
    private static final List<List<String>> DOUBTS = List.of(
            List.of(Product.PRICING, Product.BILLING),
            WAY_OUT,
            DATA,
            List.of(Product.EXPORT, Product.BILLING, Product.CANCEL));

    private final Team team;
    private final Chance chance;
    private final Journal journal;

    Visits(Team team, Chance chance, Journal journal) {
        this.team = team;
        this.chance = chance;
        this.journal = journal;
    }

    /**
     * One more day, up to a moment of it.
     *
     * @param leaves the probability of a decision to leave on this day, to which doubts are in proportion
     */
    void live(Day day, long until, Terms terms, double leaves, double felt) {
        long at = BusinessHours.draw(day, chance);
        List<String> pages = pages(terms, leaves, felt);
        if (at >= terms.created() && at < until) {
            visit(at, pages);
        }
    }

    /** The visit of one who decides at that moment to leave. */
    void farewell(long at) {
        long start = at - 90_000;
        journal.click(start, start, team.owner(), Click.Type.ACTION, Product.SIGNED_IN);
        journal.click(start + 21_000, start, team.owner(), Click.Type.PAGE, Product.BILLING);
        journal.click(start + 40_000, start, team.owner(), Click.Type.PAGE, Product.PRICING);
        journal.click(start + 80_000, start, team.owner(), Click.Type.PAGE, Product.CANCEL);
    }

    private List<String> pages(Terms terms, double leaves, double felt) {
        if (terms.status() == Status.PAST_DUE) {
            boolean hasEnough = chance.happens(Math.min(0.6, 0.3 * StrictMath.exp(-0.6 * felt)));
            return chance.happens(SEES_TO_BILL_PER_DAY) ? hasEnough ? WAY_OUT : BILL : List.of();
        }
        if (terms.cancelAtPeriodEnd()) {
            return chance.happens(FETCHES_DATA_PER_DAY) ? DATA : List.of();
        }
        boolean doubts = chance.happens(Math.min(MOST_DOUBT_PER_DAY, DOUBTS_PER_DECISION * leaves));
        return doubts ? chance.pick(DOUBTS, 40, 25, 20, 15) : List.of();
    }

    private void visit(long start, List<String> pages) {
        long at = start;
        for (String page : pages) {
            journal.click(at, start, team.owner(), Click.Type.PAGE, page);
            at += (long) chance.between(15_000, 90_000);
        }
    }
}
