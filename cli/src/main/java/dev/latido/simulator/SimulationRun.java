package dev.latido.simulator;

import dev.latido.simulator.business.Account;
import dev.latido.simulator.business.Chance;
import dev.latido.simulator.business.ChurnCause;
import dev.latido.simulator.business.Day;
import dev.latido.simulator.business.Identity;
import dev.latido.simulator.business.World;
import dev.latido.simulator.shape.RecordWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** One pass through a simulation, day by day; holds one day's facts and what is still under way, never more. */
final class SimulationRun implements Iterator<Delivery> {

    private static final long NETWORK = 0x5e7;

    private final World world;
    private final HazardObserver observer;
    private final RecordWriter writer = new RecordWriter();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Churn> churns = new ArrayList<>();

    private List<Parcel> parcels = new ArrayList<>();
    private int next;
    private int ready;
    private int day;

    SimulationRun(SimulationPlan plan, HazardObserver observer) {
        this.world = new World(plan.seed(), plan.start().toEpochMilli(), plan.days());
        this.observer = observer;
        for (int number = 1; number <= plan.customers(); number++) {
            Identity identity = Identity.of(plan.seed(), number);
            Network network = new Network(
                    DeliveryShares.STATED, Chance.mix(identity.salt(), NETWORK), parcel -> parcels.add(parcel));
            accounts.add(Account.of(world, identity, network));
        }
    }

    @Override
    public boolean hasNext() {
        while (next == ready && day < world.days()) {
            liveDay();
        }
        return next < ready;
    }

    @Override
    public Delivery next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the simulation is over");
        }
        Parcel parcel = parcels.get(next++);
        return new Delivery(Tool.of(parcel.fact()), parcel.deliveredAt(), writer.write(parcel.fact(), parcel.defect()));
    }

    /** Who has left so far. */
    List<Churn> churns() {
        return List.copyOf(churns);
    }

    private void liveDay() {
        Day today = world.day(day++);
        parcels = new ArrayList<>(parcels.subList(next, parcels.size()));
        for (Account account : accounts) {
            account.live(today);
            observe(account, today);
        }
        accounts.removeIf(Account::hasEnded);
        parcels.sort(null);
        next = 0;
        ready = day == world.days() ? parcels.size() : deliveredBefore(today.end());
    }

    private void observe(Account account, Day today) {
        if (account.hasBegun(today.start())) {
            observer.observe(account.identity().customer(), Instant.ofEpochMilli(today.start()), account.hazard());
        }
        ChurnCause cause = account.cause();
        if (cause != null) {
            churns.add(new Churn(account.identity().customer(), Instant.ofEpochMilli(account.endedAt()), cause));
        }
    }

    private int deliveredBefore(long moment) {
        int low = 0;
        int high = parcels.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parcels.get(middle).deliveredAt() < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
