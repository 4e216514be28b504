package dev.latido.model.booster;

import java.util.BitSet;

/** A set of categories, which are whole numbers from 0. Immutable. */
public final class Categories {

    private final BitSet members;

    private Categories(BitSet members) {
        this.members = members;
    }

    /** The set of these categories, none of which is negative. */
    public static Categories of(int... categories) {
        BitSet members = new BitSet();
        for (int category : categories) {
            members.set(category);
        }
        return new Categories(members);
    }

    /** Whether the value, its fraction cut off, is one of these categories. */
    public boolean contains(float value) {
        return value >= 0 && members.get((int) value);
    }

    /** One more than the highest of these categories; 0 when there is none. */
    public int bound() {
        return members.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Categories categories && members.equals(categories.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return members.toString();
    }
}
