package dev.latido.training.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latido.model.artifact.FeatureColumn;
import dev.latido.model.artifact.Label;
import dev.latido.model.booster.Objective;
import dev.latido.model.training.CutChoice;
import dev.latido.model.training.Hyperparameters;
import dev.latido.model.training.SubjectFolds;
import dev.latido.model.training.TrainedModel;
import dev.latido.model.training.Trainer;
import dev.latido.model.training.TrainingPlan;
import dev.latido.model.training.TrainingRows;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrainingPageTest {

    private static final String EVIL = "<script>alert('x')</script>\" & \u0000";

    private static String probabilities = "";
    private static String amounts = "";

    @BeforeAll
    static void train() {
        probabilities = TrainingPage.of(model(Objective.BINARY_LOGISTIC));
        amounts = TrainingPage.of(model(Objective.REG_TWEEDIE));
    }

    @Test
    void everyPageIsWellFormedAndNeedsNothingElse() throws Exception {
        for (String page : List.of(probabilities, amounts)) {
            NodeList elements = parse(page).getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                assertThat(elements.item(i).getNodeName())
                        .isNotIn("script", "link", "img", "image", "iframe", "use", "a");
                assertThat(elements.item(i).getAttributes().getNamedItem("href"))
                        .isNull();
            }
            assertThat(page).doesNotContain("http:", "https:", "url(", "@import", "NaN", "Infinity", "null");
        }
    }

    @Test
    void probabilitiesAreShownByTheirCurves() {
        assertThat(probabilities)
                .contains("ROC; area 0.")
                .contains("average precision 0.")
                .contains("Calibration; expected error 0.")
                .contains("Lift")
                .contains("What it looks at")
                .contains("How long it learned")
                .doesNotContain("What its amounts are worth");
    }

    @Test
    void amountsAreShownAgainstWhatTheyWere() {
        assertThat(amounts)
                .contains("What its amounts are worth", "Rank correlation")
                .doesNotContain("ROC", "Lift");
    }

    @Test
    void whatPeopleWroteIsTextAndNeverMarkup() throws Exception {
        Document page = parse(probabilities);

        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getDocumentElement().getTextContent()).contains("<script>alert('x')</script>\" & \uFFFD");
    }

    private static TrainedModel model(Objective objective) {
        SplittableRandom random = new SplittableRandom(1);
        TrainingRows rows = new TrainingRows(List.of(
                new FeatureColumn("uses", FeatureColumn.Type.FLOAT),
                new FeatureColumn(EVIL, FeatureColumn.Type.FLOAT)));
        for (int row = 0; row < 600; row++) {
            float uses = random.nextInt(10);
            float label =
                    objective == Objective.REG_TWEEDIE ? 20 * uses : random.nextDouble() < 0.8 - 0.08 * uses ? 1 : 0;
            rows.add(
                    new TrainingRows.Row("c" + row, TrainingRows.NO_TIME, Double.NaN),
                    label,
                    new float[] {uses, random.nextInt(100)},
                    0);
        }
        TrainingPlan plan = new TrainingPlan(
                "churn",
                Optional.empty(),
                objective,
                new Label("churn", 30, null, objective == Objective.REG_TWEEDIE ? "currency units" : null),
                Hyperparameters.DEFAULT.withTrees(3, 0.2, 50),
                CutChoice.NONE,
                Optional.empty(),
                Optional.of(EVIL));
        return Trainer.train(rows, SubjectFolds.heldOut(rows), plan);
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
