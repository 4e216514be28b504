package dev.latido.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.training.RecordedOutcome.What;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final long DAY = 86_400_000L;

    @Test
    void noticeCountsAndNotItsEffect() {
        Course course = Course.of(List.of(at(10, What.NOTICE), at(40, What.CANCELLED)), Target.CHURN);

        assertThat(course.untilEvent(8 * DAY)).isEqualTo(2 * DAY);
        assertThat(course.untilEvent(10 * DAY)).isEqualTo(Long.MAX_VALUE);
        assertThat(course.isOpen(10 * DAY - 1)).isTrue();
        assertThat(course.isOpen(10 * DAY)).isFalse();
        assertThat(course.isOpen(39 * DAY)).isFalse();
    }

    @Test
    void aCustomerWhoComesBackIsOneToPredictAgain() {
        Course course =
                Course.of(List.of(at(10, What.NOTICE), at(40, What.CANCELLED), at(90, What.NOTICE)), Target.CHURN);

        assertThat(course.isOpen(60 * DAY)).isTrue();
        assertThat(course.untilEvent(60 * DAY)).isEqualTo(30 * DAY);
    }

    @Test
    void aNoticeThatIsWithdrawnCountsAllTheSame() {
        Course course = Course.of(List.of(at(10, What.NOTICE), at(15, What.WITHDRAWN)), Target.VOLUNTARY);

        assertThat(course.untilEvent(9 * DAY)).isEqualTo(DAY);
        assertThat(course.isOpen(12 * DAY)).isFalse();
        assertThat(course.isOpen(15 * DAY)).isTrue();
    }

    @Test
    void leavingWithoutNoticeCountsWhenItHappens() {
        List<RecordedOutcome> outcomes = List.of(at(10, What.NOTICE), at(10, What.CANCELLED));

        assertThat(Course.of(outcomes, Target.CHURN).untilEvent(0)).isEqualTo(10 * DAY);
        assertThat(Course.of(List.of(at(20, What.CANCELLED)), Target.VOLUNTARY).untilEvent(0))
                .isEqualTo(20 * DAY);
        assertThat(Course.of(outcomes, Target.CHURN).isOpen(11 * DAY)).isTrue();
    }

    @Test
    void unpaidIsNotVoluntary() {
        List<RecordedOutcome> unpaid = List.of(new RecordedOutcome(20 * DAY, What.CANCELLED, true, 0));

        assertThat(Course.of(unpaid, Target.VOLUNTARY).untilEvent(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Course.of(unpaid, Target.INVOLUNTARY).untilEvent(0)).isEqualTo(20 * DAY);
        assertThat(Course.of(unpaid, Target.CHURN).untilEvent(0)).isEqualTo(20 * DAY);
    }

    /** As the job records it: notice that comes with the end itself, and says why. */
    @Test
    void unpaidIsNotVoluntaryWhereTheEndIsNoticeToo() {
        List<RecordedOutcome> unpaid = List.of(
                new RecordedOutcome(20 * DAY, What.NOTICE, true, 0),
                new RecordedOutcome(20 * DAY, What.CANCELLED, true, 0));

        assertThat(Course.of(unpaid, Target.VOLUNTARY).untilEvent(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(Course.of(unpaid, Target.INVOLUNTARY).untilEvent(0)).isEqualTo(20 * DAY);
    }

    @Test
    void changesOfPlanAreLabelsOfTheirOwn() {
        List<RecordedOutcome> outcomes = List.of(at(5, What.UPGRADE), at(9, What.DOWNGRADE));

        assertThat(Course.of(outcomes, Target.UPGRADE).untilEvent(0)).isEqualTo(5 * DAY);
        assertThat(Course.of(outcomes, Target.CONTRACTION).untilEvent(0)).isEqualTo(9 * DAY);
        assertThat(Course.of(outcomes, Target.CHURN).untilEvent(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aTruthSaysWhoLeftAndARecordedNoticeSaysWhen() {
        Course told = Course.left(
                List.of(
                        at(5, What.NOTICE),
                        at(8, What.WITHDRAWN),
                        at(20, What.NOTICE),
                        at(21, What.NOTICE),
                        at(50, What.CANCELLED)),
                50 * DAY + 2_000,
                true);

        assertThat(told.untilEvent(0)).isEqualTo(20 * DAY);
        assertThat(told.isOpen(6 * DAY)).isFalse();
        assertThat(told.isOpen(9 * DAY)).isTrue();
        assertThat(told.isOpen(30 * DAY)).isFalse();
        assertThat(told.isOpen(60 * DAY)).isFalse();
    }

    @Test
    void aTruthAloneSaysBoth() {
        Course told = Course.left(List.of(), 50 * DAY, true);
        Course other = Course.left(List.of(), 50 * DAY, false);

        assertThat(told.untilEvent(0)).isEqualTo(50 * DAY);
        assertThat(told.isOpen(50 * DAY)).isFalse();
        assertThat(other.untilEvent(0)).isEqualTo(Long.MAX_VALUE);
        assertThat(other.isOpen(50 * DAY)).isFalse();
    }

    private static RecordedOutcome at(int day, What what) {
        return new RecordedOutcome(day * DAY, what, false, 0);
    }
}
