package dev.latido.simulator;

import dev.latido.simulator.business.Chance;
import dev.latido.simulator.business.Fact;
import dev.latido.simulator.shape.Defect;
import java.util.List;
import java.util.function.Consumer;

/** The way from the tools to us, for the facts of one customer: delays, repeats and damage. */
final class Network implements Consumer<Fact> {

    private static final long OFFLINE = 0x0ff1e;
    private static final long SHORTEST_LATE_MILLIS = 120_000;
    private static final long LONGEST_LATE_MILLIS = 12 * 3_600_000L;
    private static final double MEAN_LATE_MILLIS = 50 * 60_000.0;
    private static final long LATEST_REPEAT_MILLIS = 300_000;
    private static final double MEAN_REPEAT_MILLIS = 60_000;
    private static final List<Defect> DAMAGE =
            List.of(Defect.TRUNCATED, Defect.WITHOUT_CUSTOMER, Defect.WRONG_TYPE, Defect.ABSURD_TIME);

    private final DeliveryShares shares;
    private final Chance chance;
    private final Consumer<? super Parcel> parcels;

    Network(DeliveryShares shares, long seed, Consumer<? super Parcel> parcels) {
        this.shares = shares;
        this.chance = new Chance(seed);
        this.parcels = parcels;
    }

    @Override
    public void accept(Fact fact) {
        long delivered = sent(fact) + delay();
        parcels.accept(new Parcel(fact, delivered, Defect.NONE));
        if (chance.happens(shares.duplicated())) {
            long repeat = 1_000 + (long) chance.exponential(MEAN_REPEAT_MILLIS);
            parcels.accept(new Parcel(fact, delivered + Math.min(LATEST_REPEAT_MILLIS, repeat), Defect.NONE));
        }
        if (chance.happens(shares.broken())) {
            parcels.accept(new Parcel(fact, delivered, chance.pick(DAMAGE)));
        }
    }

    /** When a fact leaves its tool: at once, or, with all others of its batch, when somebody is online again. */
    private long sent(Fact fact) {
        long batch = Chance.mix(Chance.mix(fact.identity().salt(), fact.batch()), OFFLINE);
        if (Chance.fraction(batch) >= shares.late()) {
            return fact.at();
        }
        long offline = (long) new Chance(batch).exponential(MEAN_LATE_MILLIS);
        long online = fact.batch() + Math.min(LONGEST_LATE_MILLIS, offline);
        return Math.max(fact.at() + SHORTEST_LATE_MILLIS, online);
    }

    private long delay() {
        return (long) (chance.happens(shares.slow()) ? chance.between(1_000, 4_800) : chance.between(20, 900));
    }
}
