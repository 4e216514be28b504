package dev.latido.customer;

import dev.latido.scoring.Ending;
import dev.latido.scoring.ModelConfig;
import dev.latido.scoring.ModelSet;
import dev.latido.scoring.RiskCourse;
import dev.latido.scoring.RiskCourse.Step;
import dev.latido.scoring.ScoringArtifact;
import dev.latido.scoring.ScoringModel;
import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The courses of one customer's risks, one for each model that alerts and by which the risk has ever been high; so there are
 * at most as many as models in force.
 */
final class RiskDesk {

    private final List<RiskCourse> courses = new ArrayList<>();

    /** Whether the latest evaluation may begin or end an alert. */
    boolean concerns(Regime regime) {
        return !courses.isEmpty()
                || regime.models().isHigh(regime.policy().models().alerts());
    }

    /** Takes in the latest evaluation, whether the customer was scored at it or not, and tells what follows. */
    void observe(Evaluation evaluation, Regime regime, RiskAlerts out) {
        ModelSet models = regime.models();
        ModelConfig config = regime.policy().models();
        endUnwatched(models, config, out);
        if (evaluation.found().isCancelled()) {
            courses.forEach(course -> end(course, Ending.CANCELLED, out));
        }
        if (models.hasScored()) {
            for (String model : config.alerts()) {
                ScoringArtifact artifact = watched(model, models, config);
                if (artifact != null && artifact.isDefined()) {
                    RiskCourse course = course(model);
                    Step step = course.observe(
                            evaluation.at(), evaluation.isDaily(), artifact.published(), artifact.cuts(), config);
                    tell(course, artifact, step, out);
                }
            }
        }
    }

    private void endUnwatched(ModelSet models, ModelConfig config, RiskAlerts out) {
        courses.removeIf(course -> {
            boolean unwatched = watched(course.model(), models, config) == null;
            if (unwatched) {
                end(course, Ending.UNWATCHED, out);
            }
            return unwatched;
        });
    }

    /** The artifact by whose risk alerts come and go; null where the model is not in force, or not for that. */
    private static @Nullable ScoringArtifact watched(String name, ModelSet models, ModelConfig config) {
        ScoringModel model = config.alerts().contains(name) ? models.model(name) : null;
        return model != null && model.active().isProbability() ? model.active() : null;
    }

    private static void end(RiskCourse course, Ending ending, RiskAlerts out) {
        if (course.end() == Step.RESOLVED) {
            out.ended(course, ending);
        }
    }

    private RiskCourse course(String model) {
        for (RiskCourse course : courses) {
            if (course.model().equals(model)) {
                return course;
            }
        }
        return new RiskCourse(model);
    }

    private void tell(RiskCourse course, ScoringArtifact artifact, Step step, RiskAlerts out) {
        if (step == Step.OPENED) {
            if (!courses.contains(course)) {
                courses.add(course);
            }
            out.opened(course, artifact);
        } else if (step == Step.RESOLVED) {
            out.calmed(course, artifact);
        }
    }

    void write(StateWriter out) {
        out.number(courses.size());
        courses.forEach(course -> course.write(out));
    }

    static RiskDesk read(StateReader in) {
        RiskDesk read = new RiskDesk();
        for (int left = in.count(); left > 0; left--) {
            read.courses.add(RiskCourse.read(in));
        }
        return read;
    }
}
