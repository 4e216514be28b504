package dev.latido.simulator.business;

/**
 * One person of an account.
 *
 * @param userId the id in the product, in Segment and in the feedback
 * @param zendeskUser the id in Zendesk
 * @param share how much of the account's work is theirs, against the others
 */
public record Member(String userId, long zendeskUser, Role role, double share) {

    /** What a person is in the account. */
    public enum Role {
        OWNER,
        ADMIN,
        MEMBER
    }
}
