package dev.latido.rule;

/**
 * How often a step is to be matched.
 *
 * @param least 1 or more
 * @param most not below {@code least}; {@link #UNBOUNDED} for "or more"
 */
public record Times(int least, int most) {

    public static final int UNBOUNDED = Integer.MAX_VALUE;

    public static final Times ONCE = new Times(1, 1);

    public Times {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException(
                    "times must be 1 or more, and the most not below the least, was " + least + ".." + most);
        }
    }

    public boolean isOnce() {
        return least == 1 && most == 1;
    }

    public boolean isUnbounded() {
        return most == UNBOUNDED;
    }
}
