package dev.latido.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelColumnTest {

    @ParameterizedTest
    @CsvSource({"No,Yes,Yes", "TRUE,FALSE,TRUE", "1,0,1", "stayed,left,stayed", "1,2,1"})
    void theLikelyValueIsPredicted(String one, String other, String expected) throws Exception {
        assertThat(label("l", one, other).positive()).isEqualTo(expected);
    }

    @Test
    void theGivenValueIsPredictedAndAllOthersAreNot() throws Exception {
        Table table = Tables.of("l", "a", "b", "c", "a");

        assertThat(LabelColumn.of(table, "l", Optional.of("a")).labels(table)).containsExactly(1, 0, 0, 1);
    }

    @Test
    void anotherTableCannotHaveOtherLabels() throws Exception {
        LabelColumn label = label("l", "yes", "no");

        assertThat(label.labels(Tables.of("l", "no", "yes"))).containsExactly(0, 1);
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> label.labels(Tables.of("l", "no", "Yes")))
                .withMessage("Column l of t.csv is \"Yes\" in row 2; it can be no, yes.");
    }

    @Test
    void labelsThatSayNothingAreRefused() {
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> label("x", "a", "b"))
                .withMessage("t.csv has no column x; it has l.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> label("l", "a", "b", "c"))
                .withMessage(
                        "Column l of t.csv has 3 values, a, b, c; say with --positive which one is to be predicted.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> label("l", "a", "a"))
                .withMessage("Column l of t.csv is a in every row; there is nothing to learn.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> label("l", "a", ""))
                .withMessage("Column l of t.csv is blank in row 2; every row needs a label.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> LabelColumn.of(Tables.of("l", "a", "b"), "l", Optional.of("c")))
                .withMessage("Column l of t.csv never is c; it is a, b.");
    }

    private static LabelColumn label(String column, String... values) throws UnusableTableException {
        String[] lines = new String[values.length + 1];
        lines[0] = "l";
        System.arraycopy(values, 0, lines, 1, values.length);
        return LabelColumn.of(Tables.of(lines), column, Optional.empty());
    }
}
