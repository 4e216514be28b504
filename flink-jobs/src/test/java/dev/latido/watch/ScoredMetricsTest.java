package dev.latido.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class ScoredMetricsTest {

    private final ScoredMetrics scored = new ScoredMetrics(new UnregisteredMetricsGroup());

    @Test
    void eachArtifactAndRoleHasACounter() {
        Counter counter = scored.counter("churn", "1", "active");

        assertThat(scored.counter("churn", "1", "active")).isSameAs(counter);
        assertThat(scored.counter("churn", "2", "active")).isNotSameAs(counter);
        assertThat(scored.counter("churn", "1", "shadow")).isNotSameAs(counter);
        assertThat(scored.counter("ltv", "1", "active")).isNotSameAs(counter);
    }

    @Test
    void versionsTooManyShareOne() {
        Counter first = scored.counter("churn", "v0", "active");
        for (int i = 1; i < 100; i++) {
            assertThat(scored.counter("churn", "v" + i, "active")).isNotSameAs(first);
        }
        Counter other = scored.counter("churn", "v100", "active");

        assertThat(scored.counter("churn", "v101", "active")).isSameAs(other);
        assertThat(scored.counter("churn", "v0", "active")).isSameAs(first);
    }
}
