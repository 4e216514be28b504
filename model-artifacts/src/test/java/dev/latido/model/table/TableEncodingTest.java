package dev.latido.model.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableEncodingTest {

    private static final float NONE = Float.NaN;

    @Test
    void numbersStayAndTextsBecomeAnIndicatorForEachValueInOrder() throws Exception {
        Table table = Tables.of("plan,age,id", "pro,3,a", "free,,b", ",5,c");

        TableEncoding encoding = TableEncoding.of(table, Set.of("id"));

        assertThat(encoding.features()).containsExactly("plan=free", "plan=pro", "age");
        assertThat(encoding.indicators()).containsExactly(true, true, false);
        assertThat(encoding.encode(table)).containsExactly(0, 1, 3, 1, 0, NONE, NONE, NONE, 5);
    }

    @Test
    void aColumnWithOneTextAmongNumbersIsText() throws Exception {
        assertThat(TableEncoding.of(Tables.of("a", "1", "2", "x"), Set.of()).features())
                .containsExactly("a=1", "a=2", "a=x");
    }

    @Test
    void aColumnThatIsAlwaysBlankIsLeftOut() throws Exception {
        assertThat(TableEncoding.of(Tables.of("a,b", "1,", "2,"), Set.of()).features())
                .containsExactly("a");
    }

    @Test
    void anotherTableIsEncodedTheSameWhateverItsOrderAndItsOtherColumns() throws Exception {
        TableEncoding encoding = TableEncoding.of(Tables.of("plan,age", "pro,3", "free,4"), Set.of());

        assertThat(encoding.encode(Tables.of("more,age,plan", "x,7,pro", "y,8,enterprise")))
                .containsExactly(0, 1, 7, 0, 0, 8);
    }

    @Test
    void whatDoesNotFitIsNamed() throws Exception {
        TableEncoding encoding = TableEncoding.of(Tables.of("plan,age", "pro,3"), Set.of());

        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> encoding.encode(Tables.of("age", "3")))
                .withMessage("t.csv has no column plan, which the model needs.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> encoding.encode(Tables.of("plan,age", "pro,3", "pro,old")))
                .withMessage("Row 2 of t.csv: age is \"old\", which is not a number.");
    }

    @Test
    void aColumnThatNamesTheRowsIsNotLearnedFrom() {
        String[] lines = Stream.concat(
                        Stream.of("name"), IntStream.range(0, 101).mapToObj(i -> "n" + i))
                .toArray(String[]::new);

        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> TableEncoding.of(Tables.of(lines), Set.of()))
                .withMessage(
                        "Column name of t.csv has 101 different texts, more than 100; name it with --id if it names the"
                                + " rows, or leave it out with --ignore.");
    }

    @Test
    void featuresThatWouldHaveOneNameAreRefused() {
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> TableEncoding.of(Tables.of("a,a=x", "x,1"), Set.of()))
                .withMessage("Two columns of t.csv make the feature a=x; rename one of them.");
        assertThatExceptionOfType(UnusableTableException.class)
                .isThrownBy(() -> TableEncoding.of(Tables.of("a", "x"), Set.of("a")))
                .withMessage("t.csv has no column to learn from.");
    }

    @Test
    void featuresByNameAreReadInTheOrderOfTheModel() throws Exception {
        RowEncoder encoder = RowEncoder.ofNumbers(List.of("b", "a"), List.of("a", "x", "b"), "t.csv");
        float[] row = new float[2];

        encoder.encode(List.of("1", "", "2"), row);

        assertThat(row).containsExactly(2, 1);
        assertThat(encoder.columns()).containsExactly("b", "a");
    }
}
