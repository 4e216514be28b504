package dev.latido.simulator.business;

import dev.latido.simulator.business.Member.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The people of an account, and how much they are behind the product. */
final class Team {

    private static final double CHAMPION_LEAVES_PER_DAY = 0.0012;
    private static final double LEFT_AFTER_CHAMPION = 0.3;
    private static final double RECOVERY_PER_DAY = 0.01;
    private static final long FIRST_ZENDESK_USER = 380_000_000_000L;

    private final Identity identity;
    private final List<Member> members = new ArrayList<>();
    private double shares;
    private double drive = 1;
    private int joined;

    Team(Identity identity, int size, Chance chance) {
        this.identity = identity;
        for (int i = 0; i < size; i++) {
            join(chance);
        }
    }

    /** A new person; the first one owns the account. */
    Member join(Chance chance) {
        Role role = members.isEmpty() ? Role.OWNER : chance.happens(0.2) ? Role.ADMIN : Role.MEMBER;
        double share = chance.around(1, 0.8) * (role == Role.MEMBER ? 1 : 1.6);
        long salt = Chance.mix(identity.salt(), -10 - joined++);
        long zendeskUser = FIRST_ZENDESK_USER + Math.floorMod(salt, 9_999_999_999L);
        Member member = new Member("u-" + Token.hex(salt, 10), zendeskUser, role, share);
        members.add(member);
        shares += share;
        return member;
    }

    /** One more day: the one who drove it may leave, and slowly somebody else takes over. */
    void live(Chance chance) {
        drive += (1 - drive) * RECOVERY_PER_DAY;
        if (chance.happens(CHAMPION_LEAVES_PER_DAY)) {
            drive *= LEFT_AFTER_CHAMPION;
            lose(champion());
        }
    }

    /** 1 as long as nobody important left. */
    double drive() {
        return drive;
    }

    int size() {
        return members.size();
    }

    /** The owner, or who has taken the place. */
    Member owner() {
        return members.get(0);
    }

    /** Somebody, in proportion to their work. */
    Member pick(Chance chance) {
        double left = chance.unit() * shares;
        for (Member member : members) {
            left -= member.share();
            if (left < 0) {
                return member;
            }
        }
        return owner();
    }

    /** Of those in charge the one who does most. */
    private Member champion() {
        return members.stream()
                .filter(member -> member.role() != Role.MEMBER)
                .max(Comparator.comparingDouble(Member::share))
                .orElse(owner());
    }

    /** Where there is but one, a successor goes on under the same name. */
    private void lose(Member member) {
        if (members.size() > 1) {
            members.remove(member);
            shares -= member.share();
        }
    }
}
