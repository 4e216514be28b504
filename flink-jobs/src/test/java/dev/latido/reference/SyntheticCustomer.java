package dev.latido.reference;

import static dev.latido.reference.ReferenceHealth.DAY;
import static dev.latido.reference.ReferenceHealth.HOUR;

import dev.latido.event.CustomerEvent;
import dev.latido.event.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The life of one made-up customer, a sequence of scenes that dwell on the contract's boundaries. */
final class SyntheticCustomer {

    /**
     * An event, and how long after its own time it is sent once more.
     *
     * @param delay 0 or less: sent only once
     */
    record Resent(CustomerEvent event, long delay) {}

    private static final long MINUTE = 60_000;
    private static final List<Kind> ACTIVITIES =
            List.of(Kind.LOGIN, Kind.PAGE_VIEW, Kind.FEATURE_USED, Kind.FEATURE_USED, Kind.ACTION);
    /** Their order as Java strings is not that of their code points. */
    private static final List<String> ID_PREFIXES = List.of("a", "Z", "é", "\uFFFD", "\uD83D\uDE00", "0", "ａ", " ");

    private static final List<Long> ACTIVITY_GAPS = List.of(
            0L,
            1L,
            MINUTE,
            3 * MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            30 * MINUTE - 1,
            30 * MINUTE,
            30 * MINUTE + 1,
            31 * MINUTE,
            2 * HOUR);
    private static final List<Long> PAUSES =
            List.of(0L, 1L, 30_000L, 10 * MINUTE, HOUR, 5 * HOUR, DAY - 1, DAY, DAY + 1, 2 * DAY, 3 * DAY);
    private static final List<Long> SILENCES =
            List.of(7 * DAY, 14 * DAY, 14 * DAY + 1, 20 * DAY, 31 * DAY, 45 * DAY, 91 * DAY);

    private final Random random;
    private final String tenantId;
    private final String customerId;
    private final List<String> users;
    private final List<String> features;
    private final List<Resent> events = new ArrayList<>();
    /** How often each scene is played; different for each customer, so that each has a character. */
    private final double[] sceneWeights;

    private long now;
    private long begin;
    private long lastActivity;
    private long lastFailure;

    SyntheticCustomer(Random random, String tenantId, String customerId, List<String> users, List<String> features) {
        this.random = random;
        this.tenantId = tenantId;
        this.customerId = customerId;
        this.users = users;
        this.features = features;
        this.sceneWeights =
                random.doubles(9).map(weight -> 0.05 + weight * weight).toArray();
    }

    /** Plays scenes until there are enough events or time is up. */
    List<Resent> live(long from, long to, int enough) {
        now = from + random.nextLong(10 * DAY);
        begin();
        boolean mayVanish = random.nextInt(3) == 0;
        while (now < to && events.size() < enough) {
            play(scene());
            now += random.nextInt(30) == 0 ? pick(SILENCES) : pick(PAUSES);
            if (mayVanish && random.nextInt(40) == 0) {
                vanish();
                mayVanish = false;
            }
        }
        return events.stream()
                .filter(resent -> resent.event().at().toEpochMilli() <= to)
                .toList();
    }

    /** Some begin exactly at their daily instant, some with a lonely event that is not an activity. */
    private void begin() {
        if (random.nextInt(3) == 0) {
            now = nextDaily();
        }
        begin = now;
        lastActivity = now;
        lastFailure = now;
        if (random.nextInt(3) == 0) {
            send(Kind.TICKET_CLOSED);
            now += 15 * DAY + random.nextLong(10 * DAY);
        }
    }

    /** Goes away for about as long as the customer is remembered. */
    private void vanish() {
        if (random.nextBoolean()) {
            now = nextDaily();
            send(Kind.TICKET_CLOSED);
            now += 400 * DAY + pick(List.of(-1L, 0L, 1L));
        } else {
            now += 400 * DAY + random.nextLong(2 * DAY);
        }
        act(pick(users));
    }

    private long nextDaily() {
        long today = Placed.dayOf(now) * DAY + Math.floorMod(customerId.hashCode(), 86_400) * 1000L;
        return today < now ? today + DAY : today;
    }

    private int scene() {
        double total = 0;
        for (double weight : sceneWeights) {
            total += weight;
        }
        double drawn = random.nextDouble() * total;
        int scene = 0;
        while (scene < sceneWeights.length - 1 && drawn >= sceneWeights[scene]) {
            drawn -= sceneWeights[scene++];
        }
        return scene;
    }

    private void play(int scene) {
        switch (scene) {
            case 0 -> activity(1 + random.nextInt(12));
            case 1 -> activity(3);
            case 2 -> payments();
            case 3 -> tickets();
            case 4 -> feedback();
            case 5 -> subscriptions();
            case 6 -> waitForBoundary();
            case 7 -> everyoneAtOnce();
            default -> rareScene();
        }
    }

    private void rareScene() {
        switch (random.nextInt(8)) {
            case 0 -> burstOfActivity();
            case 1 -> burstOfBilling();
            case 2 -> manySubscriptions();
            case 3 -> endEverySubscription();
            case 4, 5 -> sameIdAgain();
            default -> activity(6);
        }
    }

    private void activity(int count) {
        String user = pick(users);
        for (int i = 0; i < count; i++) {
            act(user);
            now += pick(ACTIVITY_GAPS);
        }
    }

    private void act(String user) {
        Kind kind = pick(ACTIVITIES);
        String name = kind == Kind.FEATURE_USED ? pick(features) : "";
        if (now > lastActivity) {
            lastActivity = now;
        }
        send(kind, name, user, Map.of());
    }

    /** Interleaved sessions of many users, events at the same instant among them. */
    private void everyoneAtOnce() {
        for (String user : users) {
            act(user);
            now += random.nextInt(3) == 0 ? random.nextLong(2 * MINUTE) : 0;
        }
    }

    private void payments() {
        for (int i = random.nextInt(3); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> fail(Kind.PAYMENT_FAILED);
                case 1 -> fail(Kind.INVOICE_OVERDUE);
                case 2 -> send(Kind.PAYMENT_RETRY_FAILED);
                case 3 -> {
                    fail(Kind.PAYMENT_FAILED);
                    now += pick(List.of(0L, 0L, 1L, HOUR, DAY - 1, DAY, DAY + 1));
                    send(Kind.PAYMENT_SUCCEEDED);
                }
                case 4 -> send(pick(List.of(Kind.REFUNDED, Kind.TRIAL_ENDING)));
                default -> send(Kind.PAYMENT_SUCCEEDED);
            }
            now += pick(List.of(0L, 1L, HOUR, DAY));
        }
    }

    private void fail(Kind kind) {
        lastFailure = now;
        send(kind);
    }

    private void tickets() {
        for (int i = random.nextInt(4); i >= 0; i--) {
            send(Kind.TICKET_OPENED);
            now += pick(List.of(0L, MINUTE, DAY));
            if (random.nextBoolean()) {
                send(Kind.TICKET_CLOSED);
            }
        }
    }

    private void feedback() {
        if (random.nextBoolean()) {
            send(Kind.NPS, Map.of("score", String.valueOf(random.nextInt(11))));
        } else if (random.nextBoolean()) {
            send(Kind.CSAT, Map.of("score", pick(List.of("0", "1", "2", "3", "4", "5", "3.5", "4.25"))));
        } else {
            int scale = pick(List.of(3, 5, 7, 10, 100));
            send(Kind.CSAT, Map.of("score", String.valueOf(random.nextInt(scale + 1)), "scale", String.valueOf(scale)));
        }
    }

    private void subscriptions() {
        String id = pick(List.of("", "s1", "s2", "s3"));
        Kind kind = pick(List.of(
                Kind.SUBSCRIPTION_STARTED,
                Kind.SUBSCRIPTION_UPGRADED,
                Kind.SUBSCRIPTION_DOWNGRADED,
                Kind.SUBSCRIPTION_CANCELLED,
                Kind.CANCELLATION_SCHEDULED,
                Kind.CANCELLATION_WITHDRAWN));
        change(kind, id);
        if (random.nextInt(4) == 0) {
            now += pick(List.of(0L, 1L, HOUR));
            change(pick(List.of(Kind.SUBSCRIPTION_STARTED, Kind.SUBSCRIPTION_CANCELLED)), id);
        }
    }

    private void endEverySubscription() {
        for (String id : List.of("", "s1", "s2", "s3")) {
            change(Kind.SUBSCRIPTION_CANCELLED, id);
            now += random.nextLong(1000);
        }
        now += pick(List.of(DAY, 3 * DAY, 20 * DAY));
        if (random.nextBoolean()) {
            change(Kind.SUBSCRIPTION_STARTED, "s1");
        }
    }

    private void change(Kind kind, String subscriptionId) {
        send(kind, subscriptionId.isEmpty() ? Map.of() : Map.of("subscriptionId", subscriptionId));
    }

    /** More than are remembered, never two at one instant: which one is forgotten is clear. */
    private void manySubscriptions() {
        int count = 30 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            now += 1 + random.nextLong(1000);
            change(Kind.SUBSCRIPTION_STARTED, "many-" + i);
        }
        for (int i = 0; i < count; i++) {
            now += 1 + random.nextLong(1000);
            change(Kind.SUBSCRIPTION_CANCELLED, "many-" + i);
        }
    }

    /** Around 256 activity ids within an hour, of which some of the first come again: just remembered, or just not. */
    private void burstOfActivity() {
        long start = now;
        int count = 250 + random.nextInt(20);
        int firstOfBurst = events.size();
        String user = pick(users);
        for (int i = 0; i < count; i++) {
            act(user);
            now += 1000 + random.nextLong(3000);
        }
        resendSome(firstOfBurst, 20, now - start);
    }

    /** The same for around 64 billing ids within 7 days. */
    private void burstOfBilling() {
        long start = now;
        int count = 60 + random.nextInt(10);
        int firstOfBurst = events.size();
        for (int i = 0; i < count; i++) {
            send(Kind.PAYMENT_RETRY_FAILED);
            now += random.nextLong(2 * HOUR);
        }
        resendSome(firstOfBurst, 10, now - start);
    }

    /** Another event under an id that is just still known, or just not any more. */
    private void sameIdAgain() {
        boolean activity = random.nextBoolean();
        String name = pick(features);
        send(activity ? Kind.FEATURE_USED : Kind.PAYMENT_SUCCEEDED, name, pick(users), Map.of());
        String eventId = events.get(events.size() - 1).event().eventId();
        now += (activity ? HOUR : 7 * DAY) + pick(List.of(-1L, 0L, 1L));
        add(eventId, activity ? Kind.LOGIN : Kind.PAYMENT_FAILED, "", pick(users), Map.of());
    }

    private void resendSome(int from, int count, long delay) {
        for (int i = from; i < from + count; i++) {
            if (random.nextInt(3) == 0) {
                events.set(i, new Resent(events.get(i).event(), delay));
            }
        }
    }

    /** Goes on to, or close to, an instant where something changes by itself. */
    private void waitForBoundary() {
        long midnight = Placed.dayOf(now) * DAY + DAY;
        List<Long> boundaries = List.of(
                midnight,
                nextDaily(),
                begin + 7 * DAY,
                lastActivity + 14 * DAY,
                lastFailure + DAY,
                lastActivity + 30 * MINUTE,
                midnight + 6 * DAY,
                midnight + 29 * DAY,
                midnight + 89 * DAY);
        long boundary = pick(boundaries.subList(0, random.nextInt(3) == 0 ? boundaries.size() : 6));
        now = Math.max(now, boundary + pick(List.of(-1L, 0L, 0L, 1L)));
        switch (random.nextInt(4)) {
            case 0 -> send(Kind.TICKET_CLOSED);
            case 1 -> fail(Kind.PAYMENT_FAILED);
            case 2 -> feedback();
            default -> act(pick(users));
        }
    }

    private void send(Kind kind) {
        send(kind, Map.of());
    }

    private void send(Kind kind, Map<String, String> attributes) {
        send(kind, "", customerId, attributes);
    }

    private void send(Kind kind, String name, String userId, Map<String, String> attributes) {
        add(pick(ID_PREFIXES) + random.nextInt(10) + "-" + events.size(), kind, name, userId, attributes);
    }

    private void add(String eventId, Kind kind, String name, String userId, Map<String, String> attributes) {
        Instant at = Instant.ofEpochMilli(now);
        events.add(
                new Resent(new CustomerEvent(eventId, tenantId, customerId, userId, kind, name, at, 0, attributes), 0));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
