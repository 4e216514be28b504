package dev.latido.simulator.business;

/** What the people of an account do in the product beside their work. */
record Errands(Visits visits, Checkout checkout, Habit habit) {

    /**
     * What moves them on one day.
     *
     * @param felt the satisfaction that behaviour shows
     * @param drive how much the account is behind the product; 1 is ordinary
     * @param leaves the probability of a decision to leave
     * @param stuck whether the onboarding fails
     */
    record Mood(double felt, double drive, double leaves, boolean stuck) {}

    /** One more day, up to a moment of it, with the terms at its start and at its end. */
    void live(Day day, long until, Terms before, Terms after, Mood mood) {
        checkout.live(day, before, after, mood.stuck());
        visits.live(day, until, after, mood.leaves(), mood.felt());
        habit.live(day, until, mood.felt(), mood.drive());
    }
}
