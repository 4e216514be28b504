package dev.latido.customer;

import dev.latido.alert.AlertText;
import dev.latido.alert.EventTrail;
import dev.latido.event.Alert;
import dev.latido.event.CustomerEvent;
import dev.latido.event.Level;
import dev.latido.scoring.Effect;
import dev.latido.scoring.Ending;
import dev.latido.scoring.ModelConfig;
import dev.latido.scoring.RiskCourse;
import dev.latido.scoring.RiskFinding;
import dev.latido.scoring.RiskWords;
import dev.latido.scoring.ScoringArtifact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes alerts of what an evaluation does to the courses of a customer's risks. */
record RiskAlerts(Evaluation evaluation, AlertDesk desk, CustomerPolicy policy, Findings out) {

    private static final String OPEN = "open";
    private static final String RESOLVED = "resolved";

    /** The risk has become high by what the artifact says. */
    void opened(RiskCourse course, ScoringArtifact artifact) {
        Alert.ExplainedPrediction prediction = explained(course, artifact);
        RiskFinding finding = artifact.finding(prediction);
        publish(course, OPEN, words().title(finding), words().message(finding), prediction);
    }

    /** The risk has been low enough for long enough by what the artifact says. */
    void calmed(RiskCourse course, ScoringArtifact artifact) {
        ModelConfig config = policy.models();
        String calm = words().calm(
                        artifact.published(),
                        config.calmUpTo(artifact.cuts().high()),
                        config.resolveAfterDailyEvaluations());
        end(course, Ending.CALM, List.of(calm), explained(course, artifact));
    }

    /** The alert ends for another reason, whatever the model says. */
    void ended(RiskCourse course, Ending ending) {
        end(course, ending, List.of(), null);
    }

    private void end(
            RiskCourse course, Ending ending, List<String> details, Alert.@Nullable ExplainedPrediction prediction) {
        List<String> sentences = new ArrayList<>();
        sentences.add(words().reason(course.model(), ending));
        sentences.addAll(details);
        sentences.add(words().opened(Instant.ofEpochMilli(course.openedAt())));
        String title = words().endTitle(course.model(), ending);
        publish(course, RESOLVED, title, String.join(" ", sentences), prediction);
    }

    private void publish(
            RiskCourse course,
            String status,
            String title,
            String message,
            Alert.@Nullable ExplainedPrediction prediction) {
        Customer customer = evaluation.customer();
        String ruleId = ModelConfig.ruleId(course.model());
        out.alert(new Alert(
                Alert.SCHEMA_VERSION,
                AlertText.id(
                        ruleId,
                        course.openedAt(),
                        List.of(Long.toString(course.sequence())),
                        customer.tenantId(),
                        customer.customerId()),
                customer.tenantId(),
                customer.customerId(),
                ruleId,
                Level.URGENT.text(),
                status,
                Instant.ofEpochMilli(evaluation.at()),
                AlertText.title(customer.customerId(), title),
                message,
                desk.evidence(evaluation.found(), policy, eventIds(), null, prediction)));
    }

    private Alert.ExplainedPrediction explained(RiskCourse course, ScoringArtifact artifact) {
        return artifact.explained(course.model(), Effect.RISK, policy.models().spoken());
    }

    private List<String> eventIds() {
        CustomerEvent event = evaluation.event();
        return event == null ? List.of() : List.of(EventTrail.kept(event.eventId()));
    }

    private RiskWords words() {
        return RiskWords.in(policy.models().spoken());
    }
}
