package dev.latido.simulator.business;

/** What one person of some accounts does every morning, weekends too, until it is given up: a look at the same feature. */
final class Habit {

    private static final double SHARE = 0.12;
    private static final double GIVEN_UP_PER_DAY = 0.007;
    private static final double LEAST_DRIVE = 0.5;
    private static final long HOUR = 3_600_000L;
    private static final int MORNING = 7;
    private static final int CLICKS = 6;

    private final Member member;
    private final String feature;
    private final int utcOffset;
    private final Chance chance;
    private final Journal journal;
    private boolean kept;

    /** Perhaps one; not where use is light or just begins. */
    Habit(Traits traits, boolean isNew, Team team, Adoption adoption, Chance chance, Journal journal) {
        this.kept = chance.happens(SHARE) && !traits.light() && !isNew;
        this.member = team.pick(chance);
        this.feature = adoption.latest();
        this.utcOffset = traits.utcOffset();
        this.chance = chance;
        this.journal = journal;
    }

    /** One more day: the less it is liked, and without those who drove it, the sooner it ends. */
    void live(Day day, long until, double felt, double drive) {
        kept &= drive > LEAST_DRIVE && !chance.happens(GIVEN_UP_PER_DAY * StrictMath.exp(-0.6 * felt));
        long start = day.atClock((MORNING - utcOffset) * HOUR + (long) (chance.unit() * HOUR));
        if (kept && start < until) {
            visit(start);
        }
    }

    private void visit(long start) {
        long at = start;
        for (int i = 0; i < CLICKS; i++) {
            boolean looks = i % 2 == 0;
            journal.click(
                    at, start, member, looks ? Click.Type.FEATURE : Click.Type.PAGE, looks ? feature : "Activity");
            at += (long) chance.between(60_000, 220_000);
        }
    }
}
