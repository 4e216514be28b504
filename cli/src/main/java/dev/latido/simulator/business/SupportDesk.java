package dev.latido.simulator.business;

import dev.latido.simulator.business.Ticket.Priority;
import dev.latido.simulator.business.TicketFact.Status;
import java.util.ArrayList;
import java.util.List;

/** An account's tickets, and how well they were handled. */
final class SupportDesk {

    private static final double SLOW_SHARE = 0.18;
    private static final double SLOW_DAYS = 9;
    private static final double QUICK_DAYS = 0.8;
    private static final double RATED_SHARE = 0.3;
    private static final double BURDEN_LEFT_PER_DAY = 0.95;
    private static final double PATIENCE_DAYS = 3;
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final long FIRST_ID = 10_000;

    private final Identity identity;
    private final Team team;
    private final Chance chance;
    private final Journal journal;
    private final List<Ticket> tickets = new ArrayList<>();
    private double burden;
    private int opened;

    SupportDesk(Identity identity, Team team, Chance chance, Journal journal) {
        this.identity = identity;
        this.team = team;
        this.chance = chance;
        this.journal = journal;
    }

    /** What happens between two moments of a day; at most one ticket is opened, with that probability. */
    void live(Day day, long from, long until, double probability, Satisfaction satisfaction) {
        burden *= BURDEN_LEFT_PER_DAY;
        if (chance.happens(Math.min(0.9, probability))) {
            open(day.start() + (long) (chance.unit() * Day.MILLIS), from, until);
        }
        for (Ticket ticket : tickets) {
            tell(ticket, from, until, satisfaction);
        }
        tickets.removeIf(ticket -> ticket.isDone(until));
        long waiting =
                tickets.stream().filter(ticket -> isWaiting(ticket, until)).count();
        burden = Math.min(3, burden + 0.2 * waiting);
        satisfaction.shock(-0.05 * waiting);
    }

    /** What unsolved tickets have cost in patience: 0 for nothing, 1 for much. */
    double burden() {
        return burden;
    }

    private void open(long at, long from, long until) {
        if (at < from || at >= until) {
            return;
        }
        double days = chance.exponential(chance.happens(SLOW_SHARE) ? SLOW_DAYS : QUICK_DAYS);
        long takenUp = at + 120_000 + (long) chance.exponential(3 * 3_600_000.0);
        long solved = takenUp + 300_000 + (long) (days * Day.MILLIS);
        long rated = chance.happens(RATED_SHARE)
                ? solved + 60_000 + (long) chance.exponential(6 * 3_600_000.0)
                : Long.MAX_VALUE;
        Priority priority = chance.pick(PRIORITIES, 25, 50, 20, 5);
        long id = FIRST_ID + identity.number() * 1_000L + opened++;
        tickets.add(new Ticket(id, team.pick(chance), priority, at, takenUp, solved, rated));
    }

    private void tell(Ticket ticket, long from, long until, Satisfaction satisfaction) {
        if (isWithin(ticket.opened(), from, until)) {
            journal.ticket(ticket.opened(), ticket, Status.NEW, Status.NEW);
        }
        if (isWithin(ticket.takenUp(), from, until)) {
            journal.ticket(ticket.takenUp(), ticket, Status.NEW, Status.OPEN);
        }
        if (isWithin(ticket.solved(), from, until)) {
            journal.ticket(ticket.solved(), ticket, Status.OPEN, Status.SOLVED);
            satisfaction.shock(ticket.days() > PATIENCE_DAYS ? -0.2 : 0.08);
        }
        if (isWithin(ticket.rated(), from, until)) {
            double wait = Math.min(2, ticket.days() / PATIENCE_DAYS);
            double score = 4.1 - wait + 0.5 * satisfaction.now() + 0.6 * chance.normal();
            int whole = (int) Math.max(1, Math.min(5, Math.round(score)));
            journal.opinion(ticket.rated(), ticket.requester(), Opinion.Survey.CSAT, whole);
        }
    }

    private static boolean isWaiting(Ticket ticket, long at) {
        return ticket.solved() >= at && at - ticket.opened() > PATIENCE_DAYS * Day.MILLIS;
    }

    private static boolean isWithin(long at, long from, long until) {
        return at >= from && at < until;
    }
}
