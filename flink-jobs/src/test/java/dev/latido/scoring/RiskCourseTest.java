package dev.latido.scoring;

import static dev.latido.scoring.RiskCourse.Step.NOTHING;
import static dev.latido.scoring.RiskCourse.Step.OPENED;
import static dev.latido.scoring.RiskCourse.Step.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.artifact.Cuts;
import dev.latido.scoring.RiskCourse.Step;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import dev.latido.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

class RiskCourseTest {

    /** Alerts end after two daily evaluations in a row at 0.1 below the cut or less. */
    private static final ModelConfig CONFIG = ShippedPolicy.POLICY.models();

    private static final long AT = 1_735_732_800_000L;

    private RiskCourse course = new RiskCourse("churn");
    private int evaluations;

    @Test
    void anAlertOpensAboveTheCutAndNotAtIt() {
        assertThat(event(0.7)).isEqualTo(NOTHING);
        assertThat(event(0.7001)).isEqualTo(OPENED);
        assertThat(course.openedAt()).isEqualTo(AT + 1);
    }

    @Test
    void anOpenAlertIsNotOpenedAgain() {
        event(0.9);

        assertThat(event(0.95)).isEqualTo(NOTHING);
        assertThat(day(0.65)).isEqualTo(NOTHING);
        assertThat(event(0.9)).as("never below the cut less the hysteresis").isEqualTo(NOTHING);
    }

    @Test
    void anAlertEndsAtTheSecondDailyEvaluationInARowAtTheBoundOrBelow() {
        event(0.9);

        assertThat(day(0.6)).isEqualTo(NOTHING);
        assertThat(day(0.6)).isEqualTo(RESOLVED);
        assertThat(course.isOpen()).isFalse();
    }

    @Test
    void aDayJustAboveTheBoundStartsTheCountAnew() {
        event(0.9);

        assertThat(day(0.6)).isEqualTo(NOTHING);
        assertThat(day(0.6001)).isEqualTo(NOTHING);
        assertThat(day(0.5)).isEqualTo(NOTHING);
        assertThat(day(0.6)).isEqualTo(RESOLVED);
    }

    @Test
    void onlyDailyEvaluationsCount() {
        event(0.9);

        assertThat(event(0.1)).isEqualTo(NOTHING);
        assertThat(event(0.1)).isEqualTo(NOTHING);
        assertThat(day(0.1)).isEqualTo(NOTHING);
        assertThat(event(0.65)).as("between two days").isEqualTo(NOTHING);
        assertThat(day(0.1)).isEqualTo(RESOLVED);
    }

    @Test
    void theNextAlertIsAnotherOne() {
        event(0.9);
        long first = course.sequence();
        course.end();

        assertThat(event(0.9)).isEqualTo(OPENED);
        assertThat(course.sequence()).isNotEqualTo(first);
        assertThat(day(0.1)).as("the count has begun anew").isEqualTo(NOTHING);
    }

    @Test
    void aCourseGoesOnWithTheCutsOfTheNextArtifact() {
        event(0.9);

        assertThat(course.observe(AT, true, 0.65, new Cuts(0.9, 0.4, null), CONFIG))
                .isEqualTo(NOTHING);
        assertThat(course.observe(AT, true, 0.65, new Cuts(0.9, 0.4, null), CONFIG))
                .isEqualTo(RESOLVED);
        assertThat(course.observe(AT, true, 0.65, new Cuts(0.6, 0.4, null), CONFIG))
                .isEqualTo(OPENED);
    }

    @Test
    void anAlertCanEndHoweverLowTheCut() {
        Cuts cuts = new Cuts(0.08, 0.04, "20 alerts a day");
        course.observe(AT, false, 0.09, cuts, CONFIG);

        assertThat(course.observe(AT, true, 0.0401, cuts, CONFIG)).isEqualTo(NOTHING);
        assertThat(course.observe(AT, true, 0.04, cuts, CONFIG)).isEqualTo(NOTHING);
        assertThat(course.observe(AT, true, 0.04, cuts, CONFIG)).isEqualTo(RESOLVED);
    }

    @Test
    void endingWhatIsNotOpenDoesNothing() {
        assertThat(course.end()).isEqualTo(NOTHING);
        event(0.9);
        assertThat(course.end()).isEqualTo(RESOLVED);
        assertThat(course.end()).isEqualTo(NOTHING);
    }

    @Test
    void aCourseIsReadAsItWasWritten() {
        event(0.9);
        day(0.5);
        long openedAt = course.openedAt();

        StateWriter out = new StateWriter(AT);
        course.write(out);
        StateReader in = new StateReader(out.toBytes(), 0);
        in.base(AT);
        course = RiskCourse.read(in);
        in.end();

        assertThat(course.model()).isEqualTo("churn");
        assertThat(course.openedAt()).isEqualTo(openedAt);
        assertThat(course.sequence()).isEqualTo(1);
        assertThat(day(0.5)).isEqualTo(RESOLVED);
    }

    private Step event(double probability) {
        return course.observe(AT + evaluations++, false, probability, Cuts.DEFAULT, CONFIG);
    }

    private Step day(double probability) {
        return course.observe(AT + evaluations++, true, probability, Cuts.DEFAULT, CONFIG);
    }
}
