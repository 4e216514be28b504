package dev.latido.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latido.model.booster.Objective;
import dev.latido.model.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two public tables of customers, with the AUC that XGBoost's Python package reaches on the same test rows. */
class ChurnTablesTest {

    @Test
    void telcoCustomersAreToldApartAsWellAsByPython() throws Exception {
        Table table = Table.read(Fixtures.path("churn/Telco-Customer-Churn.csv"));

        Map<String, Double> metrics = metrics(
                table,
                Optional.empty(),
                new TableTask.Columns("Churn", Optional.empty(), Optional.of("customerID"), Set.of()));

        assertThat(auc(metrics)).isCloseTo(0.836, within(0.01));
    }

    @Test
    void mobileCustomersAreToldApartAsWellAsByPython() throws Exception {
        Table table = Table.read(Fixtures.path("churn/mlc_churn.csv"));
        List<List<String>> rows = table.rows();
        int test = rows.size() - 1_667;

        Map<String, Double> metrics = metrics(
                table.of(rows.subList(0, test)),
                Optional.of(table.of(rows.subList(test, rows.size()))),
                new TableTask.Columns("churn", Optional.empty(), Optional.empty(), Set.of()));

        assertThat(auc(metrics)).isCloseTo(0.933, within(0.01));
    }

    private static double auc(Map<String, Double> metrics) {
        return Objects.requireNonNull(metrics.get("auc"), "auc");
    }

    private static Map<String, Double> metrics(Table table, Optional<Table> test, TableTask.Columns columns)
            throws Exception {
        TableTask task = TableTask.of(table, test, columns);
        TrainedModel model = Trainer.train(task.rows(), task.parts(), plan(task));
        return model.artifact().manifest().metrics();
    }

    private static TrainingPlan plan(TableTask task) {
        return new TrainingPlan(
                "churn",
                Optional.empty(),
                Objective.BINARY_LOGISTIC,
                task.labelled(),
                Hyperparameters.DEFAULT,
                CutChoice.NONE,
                Optional.of(task.encoding()),
                Optional.empty());
    }
}
