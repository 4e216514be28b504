package dev.latido.alert;

import static dev.latido.alert.AlertCourse.Step.NOTHING;
import static dev.latido.alert.AlertCourse.Step.OPENED;
import static dev.latido.alert.AlertCourse.Step.RAISED;
import static dev.latido.alert.AlertCourse.Step.RESOLVED;
import static dev.latido.event.Level.IMMEDIATE;
import static dev.latido.event.Level.MONITOR;
import static dev.latido.event.Level.NONE;
import static dev.latido.event.Level.URGENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latido.event.Level;
import dev.latido.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

class AlertCourseTest {

    private static final AlertConfig WITH_MONITOR = new AlertConfig(2, 2, true);

    private final AlertCourse course = new AlertCourse();
    private AlertConfig config = ShippedPolicy.POLICY.alerts();
    private long now = 1_900_000_000_000L;

    @Test
    void shippedSettingsWaitForTwoDaysAndLeaveMonitorAlone() {
        assertThat(config).isEqualTo(new AlertConfig(2, 2, false));
    }

    @Test
    void immediateOpensAtOnce() {
        assertThat(event(IMMEDIATE)).isEqualTo(OPENED);
        assertThat(course.severity()).isEqualTo(IMMEDIATE);
    }

    @Test
    void urgentOpensAtTheSecondDailyEvaluationInARow() {
        assertThat(event(URGENT)).isEqualTo(NOTHING);
        assertThat(daily(URGENT)).isEqualTo(NOTHING);
        assertThat(event(URGENT)).isEqualTo(NOTHING);
        assertThat(daily(URGENT)).isEqualTo(OPENED);
        assertThat(course.severity()).isEqualTo(URGENT);
    }

    @Test
    void aBetterDayBreaksTheRowButABetterHourDoesNot() {
        daily(URGENT);
        daily(MONITOR);
        assertThat(daily(URGENT)).isEqualTo(NOTHING);

        event(NONE);
        assertThat(daily(URGENT)).isEqualTo(OPENED);
    }

    @Test
    void monitorOpensNothingUnlessSet() {
        for (int day = 0; day < 10; day++) {
            assertThat(daily(MONITOR)).isEqualTo(NOTHING);
        }
    }

    @Test
    void monitorOpensWhenSetAndRisesWithTheLevel() {
        config = WITH_MONITOR;
        assertThat(daily(MONITOR)).isEqualTo(NOTHING);
        assertThat(daily(MONITOR)).isEqualTo(OPENED);
        assertThat(course.severity()).isEqualTo(MONITOR);
        assertThat(event(URGENT)).isEqualTo(RAISED);
        assertThat(event(IMMEDIATE)).isEqualTo(RAISED);
        assertThat(course.severity()).isEqualTo(IMMEDIATE);
    }

    @Test
    void severityIsNeverLowered() {
        event(IMMEDIATE);

        assertThat(event(MONITOR)).isEqualTo(NOTHING);
        assertThat(event(IMMEDIATE)).isEqualTo(NOTHING);
        assertThat(course.severity()).isEqualTo(IMMEDIATE);
    }

    @Test
    void twoDaysOfNoneResolveWithTheSeverityLastPublished() {
        event(IMMEDIATE);
        daily(MONITOR);

        assertThat(event(NONE)).isEqualTo(NOTHING);
        assertThat(daily(NONE)).isEqualTo(NOTHING);
        assertThat(event(MONITOR)).isEqualTo(NOTHING);
        assertThat(daily(NONE)).isEqualTo(RESOLVED);
        assertThat(course.severity()).isEqualTo(IMMEDIATE);
        assertThat(daily(NONE)).isEqualTo(NOTHING);
    }

    @Test
    void aBadDayBetweenKeepsItOpen() {
        event(IMMEDIATE);
        daily(NONE);
        daily(MONITOR);

        assertThat(daily(NONE)).isEqualTo(NOTHING);
        assertThat(daily(NONE)).isEqualTo(RESOLVED);
    }

    @Test
    void cancellationResolvesAtOnceAndStartsTheCountsAnew() {
        daily(URGENT);
        daily(URGENT);
        assertThat(cancelled()).isEqualTo(RESOLVED);
        assertThat(cancelled()).isEqualTo(NOTHING);

        assertThat(daily(URGENT)).isEqualTo(NOTHING);
        assertThat(daily(URGENT)).isEqualTo(OPENED);
    }

    @Test
    void cancellationBeforeAnAlertStartsTheCountsAnewToo() {
        daily(URGENT);
        cancelled();

        assertThat(daily(URGENT)).isEqualTo(NOTHING);
    }

    @Test
    void idHoldsFromOpeningToEndAndIsNewForTheNextAlert() {
        event(IMMEDIATE);
        String first = id();
        daily(NONE);
        daily(NONE);
        assertThat(id()).isEqualTo(first);

        event(IMMEDIATE);
        assertThat(id()).isNotEqualTo(first);
    }

    @Test
    void idIsMadeOfWhoWhatWhenAndWhich() {
        now = 1_893_456_000_000L;
        course.observe(now, false, IMMEDIATE, false, config);

        // printf 'health-level\n1893456000000\n1\n7:defaultacme' | sha256sum
        assertThat(id()).isEqualTo("b29fceafe216fe734843c2947ec50fb6");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new AlertConfig(0, 2, false))
                .hasMessage("alerts.openAfterDailyEvaluations must be between 1 and 90, was 0");
        assertThatThrownBy(() -> new AlertConfig(2, 91, false))
                .hasMessage("alerts.resolveAfterDailyEvaluations must be between 1 and 90, was 91");
    }

    private String id() {
        return course.alertId("default", "acme");
    }

    private AlertCourse.Step event(Level level) {
        return course.observe(++now, false, level, false, config);
    }

    private AlertCourse.Step daily(Level level) {
        return course.observe(++now, true, level, false, config);
    }

    private AlertCourse.Step cancelled() {
        return course.observe(++now, false, NONE, true, config);
    }
}
