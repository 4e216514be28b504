package dev.latido.simulator.business;

/**
 * Something a person did in the product.
 *
 * @param session when its session began, milliseconds since 1970-01-01 UTC
 * @param name page, feature or action; the account's plan where the type is GROUP
 */
public record Click(Identity identity, long at, long sequence, long session, Member member, Type type, String name)
        implements Fact {

    /** The five things that the tracker tells apart. */
    public enum Type {
        PAGE,
        FEATURE,
        ACTION,
        IDENTIFY,
        GROUP
    }

    @Override
    public long batch() {
        return session;
    }
}
