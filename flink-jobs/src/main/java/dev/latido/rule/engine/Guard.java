package dev.latido.rule.engine;

/** What must hold for a transition: a formula over the questions that a rule asks of an event. */
sealed interface Guard {

    boolean holds(Answers answers);

    /** The questions that are asked, one bit for each. */
    long questions();

    /** A number that tells formulas apart; written into state, so it never changes. */
    int code();

    /** Answers questions about the event at hand. */
    interface Answers {
        boolean of(int question);
    }

    /** Holds for every event. */
    record Always() implements Guard {
        @Override
        public boolean holds(Answers answers) {
            return true;
        }

        @Override
        public long questions() {
            return 0;
        }

        @Override
        public int code() {
            return 1;
        }
    }

    /** Holds where the answer is yes. */
    record Asked(int question) implements Guard {
        @Override
        public boolean holds(Answers answers) {
            return answers.of(question);
        }

        @Override
        public long questions() {
            return 1L << question;
        }

        @Override
        public int code() {
            return 11 + question;
        }
    }

    /** Holds where the other does not. */
    record Not(Guard guard) implements Guard {
        @Override
        public boolean holds(Answers answers) {
            return !guard.holds(answers);
        }

        @Override
        public long questions() {
            return guard.questions();
        }

        @Override
        public int code() {
            return 31 * guard.code() + 3;
        }
    }

    /** Holds where both do. */
    record Both(Guard left, Guard right) implements Guard {
        @Override
        public boolean holds(Answers answers) {
            return left.holds(answers) && right.holds(answers);
        }

        @Override
        public long questions() {
            return left.questions() | right.questions();
        }

        @Override
        public int code() {
            return 31 * (31 * left.code() + right.code()) + 5;
        }
    }

    /** Holds where one does. */
    record Either(Guard left, Guard right) implements Guard {
        @Override
        public boolean holds(Answers answers) {
            return left.holds(answers) || right.holds(answers);
        }

        @Override
        public long questions() {
            return left.questions() | right.questions();
        }

        @Override
        public int code() {
            return 31 * (31 * left.code() + right.code()) + 7;
        }
    }
}
