package dev.latido.simulator.business;

/** The use that an account makes of the product: sessions over the hours of its day, and what happens in them. */
final class Sessions {

    /** No session runs longer, so that none reaches far into the next day. */
    static final long LONGEST_MILLIS = 150 * 60_000L;

    private static final double WEEKDAY = 1.28;
    private static final double WEEKEND = 0.3;
    private static final double CLICKS = 7;
    private static final double GAP_MILLIS = 105_000;
    private static final long SHORTEST_GAP_MILLIS = 900;
    private static final long LONGEST_GAP_MILLIS = 20 * 60_000L;
    private static final double MEMORY_DAYS = 14;
    private static final long HOUR = 3_600_000L;
    private static final double REST_AFTER_DOWNGRADE = 0.5;
    private static final double TRY_AGAIN = 0.65;
    private static final int MOST_TRIES = 12;

    /** How much of a day's work is begun in each local hour. */
    private static final double[] HOURS = {
        1, 0.5, 0.3, 0.3, 0.4, 1, 2, 5, 10, 14, 13, 11, 8, 10, 12, 11, 9, 7, 4, 3, 3, 3, 2, 1.5
    };

    private final Traits traits;
    private final Team team;
    private final Adoption adoption;
    private final Chance chance;
    private final Chance whims;
    private final Journal journal;
    private double perDay;
    private long restUntil = Long.MIN_VALUE;

    Sessions(Traits traits, Team team, Adoption adoption, Chance chance, Chance whims, Journal journal) {
        this.traits = traits;
        this.team = team;
        this.adoption = adoption;
        this.chance = chance;
        this.whims = whims;
        this.journal = journal;
        this.perDay = traits.weeklySessions() / 7;
    }

    /** What people do between two moments of a day, at a level where 1 is ordinary use, in a mood. */
    void live(Day day, long from, long until, double level, double mood, int seats) {
        double use = areResting(day) ? 0 : level;
        double rate = traits.weeklySessions() / 7 * use * (day.isWeekend() ? WEEKEND : WEEKDAY);
        int sessions = chance.count(rate);
        perDay += (sessions - perDay) / MEMORY_DAYS;
        for (int i = 0; i < sessions; i++) {
            long start = startOn(day);
            if (start >= from && start < until) {
                session(team.pick(chance), start, day.incident(), mood, seats);
            }
        }
    }

    /** After a change to a smaller plan, nobody may come for a while. */
    void change(Day day, Offer before, Offer after) {
        if (after.compareTo(before) < 0 && whims.happens(REST_AFTER_DOWNGRADE)) {
            restUntil = day.start() + (long) (whims.between(9, 25) * Day.MILLIS);
        }
    }

    boolean areResting(Day day) {
        return day.start() < restUntil;
    }

    /** Use of the last two weeks against ordinary use. */
    double level() {
        return perDay * 7 / traits.weeklySessions();
    }

    /** The first visit of a new account. */
    void welcome(long at, String plan) {
        journal.click(at, at, team.owner(), Click.Type.GROUP, plan);
        introduce(at + 400, at, team.owner());
        session(team.owner(), at + 2_000, 0, 0.5, 0);
    }

    private long startOn(Day day) {
        int localHour = chance.weighted(HOURS);
        return day.atClock((localHour - traits.utcOffset()) * HOUR + (long) (chance.unit() * HOUR));
    }

    private void session(Member member, long start, double incident, double mood, int seats) {
        int clicks = 2 + (int) chance.exponential(CLICKS * traits.pace() * StrictMath.exp(0.25 * mood));
        long at = start;
        if (chance.happens(0.65)) {
            journal.click(at, start, member, Click.Type.ACTION, Product.SIGNED_IN);
        } else {
            journal.click(at, start, member, Click.Type.PAGE, "Home");
        }
        for (int i = 1; i < clicks; i++) {
            at += Math.min(LONGEST_GAP_MILLIS, SHORTEST_GAP_MILLIS + (long) chance.exponential(GAP_MILLIS));
            if (at - start > LONGEST_MILLIS) {
                return;
            }
            click(at, start, member, incident, mood, seats);
        }
    }

    private void click(long at, long session, Member member, double incident, double mood, int seats) {
        double what = chance.unit();
        if (what < 0.01 + 0.15 * incident) {
            fail(at, session, member, incident);
        } else if (what < 0.60) {
            journal.click(at, session, member, Click.Type.FEATURE, adoption.pick(chance));
        } else if (what < 0.85) {
            journal.click(at, session, member, Click.Type.PAGE, page(mood));
        } else if (what < 0.9988 || team.size() >= seats) {
            journal.click(at, session, member, Click.Type.ACTION, chance.pick(Product.ACTIONS));
        } else {
            journal.click(at, session, member, Click.Type.ACTION, Product.INVITED);
            introduce(at + 60_000, at + 60_000, team.join(chance));
        }
    }

    /** What does not work on a bad day is tried again and again. */
    private void fail(long at, long session, Member member, double incident) {
        long tried = at;
        journal.click(tried, session, member, Click.Type.ACTION, Product.ERROR);
        for (int i = 1; i < MOST_TRIES && whims.happens(TRY_AGAIN * incident); i++) {
            tried += (long) whims.between(3_000, 40_000);
            journal.click(tried, session, member, Click.Type.ACTION, Product.ERROR);
        }
    }

    private void introduce(long at, long session, Member member) {
        journal.click(at, session, member, Click.Type.IDENTIFY, "");
    }

    /** The unhappy look at prices and bills more often. */
    private String page(double mood) {
        if (chance.happens(0.03 + 0.04 * Math.max(0, -mood))) {
            return chance.happens(0.5) ? Product.BILLING : Product.PRICING;
        }
        return chance.pick(Product.PAGES);
    }
}
