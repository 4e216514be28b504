package dev.latido.customer;

import static dev.latido.testing.SmallModel.stump;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.latido.scoring.ModelSet;
import dev.latido.scoring.ScoringArtifacts;
import dev.latido.testing.CustomerStory;
import dev.latido.testing.ShippedPolicy;
import dev.latido.testing.SmallModel;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringAllocationTest {

    private static final int WARM_UP = 50_000;
    private static final int MEASURED = 50_000;

    /** Less than one byte each: what is left is what the virtual machine does beside it. */
    private static final long NOTHING = MEASURED / 2;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ModelSet models = ScoringArtifacts.set(
            SmallModel.probability("churn", "v1", stump("idleDays", 7, -2, 1), stump("monthlyRevenue", 50, 1, -1)),
            SmallModel.amount("ltv", "v1", stump("tenureDays", 90, 100, 200)),
            SmallModel.probability("upsell", "v1", stump("keyUses30", 3, -1, 2)));

    private final Customer customer = customer();

    @Test
    void scoringAllocatesNothing() {
        score(WARM_UP);
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        score(MEASURED);
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(models.predictions()).hasSize(3);
        assertThat(allocated).isLessThan(NOTHING);
    }

    private void score(int times) {
        CustomerPolicy policy = ShippedPolicy.POLICY;
        for (int i = 0; i < times; i++) {
            customer.features(customer.lastPlace() + i, policy).fill(models.features());
            models.score();
            if (models.isHigh(policy.models().alerts())) {
                throw new AssertionError("the margin of churn is 2 at most");
            }
        }
    }

    private static Customer customer() {
        CustomerStory story = new CustomerStory(ShippedPolicy.POLICY, RandomLife.CUSTOMER);
        RandomLife.of(new Random(4)).forEach(story::apply);
        return story.customer();
    }
}
