package dev.latido.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.watch.report.WatchReport;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelWatchDeterminismTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void neitherParallelismNorCheckpointsNorPaceChangeWhatIsPublished(long seed) throws Exception {
        Lives lives = new Lives(seed);
        List<WatchReport> plain = WatchRun.reports(lives, 1, false, seed);

        assertThat(plain).flatExtracting(WatchReport::findings).isNotEmpty();
        assertThat(plain).flatExtracting(WatchReport::drifts).hasSize(Lives.DAYS);
        assertThat(plain).flatExtracting(WatchReport::comparisons).hasSizeBetween(9, 12);
        assertThat(plain).flatExtracting(WatchReport::qualities).hasSizeGreaterThan(10);
        for (int parallelism : new int[] {1, 2, 4}) {
            assertThat(WatchRun.reports(lives, parallelism, true, seed + 100L * parallelism))
                    .isEqualTo(plain);
        }
    }
}
