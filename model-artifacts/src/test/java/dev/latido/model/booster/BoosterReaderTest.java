package dev.latido.model.booster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.latido.model.testing.ModelDocument;
import dev.latido.model.testing.Rows;
import dev.latido.model.testing.TrainedModel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoosterReaderTest {

    private static final float[][] ROWS = Rows.random(new Random(1), 300, 5);
    private static final TrainedModel TRAINED = TrainedModel.train(
            Map.of("objective", "binary:logistic", "max_depth", 3, "base_score", 0.3),
            4,
            ROWS,
            Rows.labels(new Random(2), ROWS));
    private static final TrainedModel CATEGORICAL = TrainedModel.train(
            Map.of("objective", "reg:squarederror", "max_depth", 3, "max_cat_to_onehot", 1, "tree_method", "hist"),
            4,
            Rows.categories(new Random(3), 300, 2, 9),
            Rows.labels(new Random(4), Rows.categories(new Random(3), 300, 2, 9)),
            List.of("c", "c"));

    @Test
    void jsonAndUbjsonAreTheSameModel() throws Exception {
        assertThat(BoosterReader.read(TRAINED.ubjson())).isEqualTo(BoosterReader.read(TRAINED.json()));
        assertThat(BoosterReader.read(CATEGORICAL.ubjson())).isEqualTo(BoosterReader.read(CATEGORICAL.json()));
    }

    @Test
    void aModelSaysWhatItIs() throws Exception {
        Booster model = BoosterReader.read(TRAINED.json());

        assertThat(model.objective()).isEqualTo(Objective.BINARY_LOGISTIC);
        assertThat(model.features()).isEqualTo(new Booster.Features(5, List.of(), List.of()));
        assertThat(model.baseMargins()).containsExactly(-(float) Math.log(1f / 0.3f - 1f));
        assertThat(model.trees()).hasSize(4).allMatch(tree -> tree.output() == 0 && tree.weight() == 1);
        assertThat(model.xgboostVersion()).isEqualTo("3.0.4");
    }

    @Test
    void featureNamesAndTypesAreRead() throws Exception {
        ModelDocument document = ModelDocument.of(CATEGORICAL.json());
        document.learner().putArray("feature_names").add("plan").add("country");

        assertThat(BoosterReader.read(document.bytes()).features())
                .isEqualTo(new Booster.Features(2, List.of("plan", "country"), List.of("c", "c")));
    }

    @Test
    void theWhitespaceOfAPrettyPrintedModelDoesNotMatter() throws Exception {
        String json = new String(TRAINED.json(), StandardCharsets.UTF_8);
        String spaced = "\n  " + json.replace("{", "{\n\t").replace(",", " ,\r\n") + "\n";

        assertThat(BoosterReader.read(spaced.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(BoosterReader.read(TRAINED.json()));
    }

    private static Stream<Arguments> sameModels() {
        return Stream.of(
                same("of version 1.0 without what came later", document -> {
                    version(document, 1, 0, 2);
                    document.learner().remove(List.of("feature_names", "feature_types", "attributes"));
                    document.parameters().remove(List.of("num_target", "boost_from_average"));
                    document.parameters().put("base_score", "0.300000");
                    document.trees().remove(List.of("iteration_indptr", "cats"));
                    for (int tree = 0; tree < 4; tree++) {
                        document.tree(tree)
                                .remove(List.of(
                                        "split_type",
                                        "categories",
                                        "categories_nodes",
                                        "categories_segments",
                                        "categories_sizes"));
                        document.object("/learner/gradient_booster/model/trees/" + tree + "/tree_param")
                                .put("size_leaf_vector", "0");
                    }
                }),
                same("with truth values for default directions", document -> {
                    ArrayNode list = document.list(0, "default_left");
                    for (int node = 0; node < list.size(); node++) {
                        list.set(node, BooleanNode.valueOf(list.get(node).asInt() == 1));
                    }
                }),
                same("with a base score in brackets", document -> {
                    version(document, 3, 1, 0);
                    document.parameters().put("base_score", "[3E-1]");
                }),
                same("with fields that are not known", document -> {
                    version(document, 3, 4, 1);
                    document.trees().putObject("cats").putArray("enc").add(1).add("a");
                    document.learner().putArray("something").addNull().add(true);
                    document.tree(0).put("something", 1e300);
                }),
                same("with weights of one beside the trees", document -> {
                    ArrayNode weights =
                            document.object("/learner/gradient_booster").putArray("weight_drop");
                    weights.add(1).add(1.0).add(1).add(1);
                }),
                same("without what only explains", document -> {
                    for (int tree = 0; tree < 4; tree++) {
                        document.tree(tree).remove(List.of("base_weights", "parents", "id"));
                    }
                }));
    }

    private static Arguments same(String what, Consumer<ModelDocument> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sameModels")
    void aModelIsReadInEveryFormOfItsFormat(String what, Consumer<ModelDocument> change) throws Exception {
        ModelDocument document = ModelDocument.of(TRAINED.json());
        change.accept(document);

        Booster changed = BoosterReader.read(document.bytes());
        Booster original = BoosterReader.read(TRAINED.json());

        assertThat(changed.trees()).isEqualTo(original.trees());
        assertThat(changed.baseMargins()).isEqualTo(original.baseMargins());
    }

    @Test
    void eachClassHasItsOwnBaseScoreSinceVersion31() throws Exception {
        ModelDocument document = ModelDocument.of(TRAINED.json());
        version(document, 3, 1, 2);
        document.parameters().put("num_class", "2").put("base_score", "[5E-1,-2.5E-1]");
        document.object("/learner/objective")
                .put("name", "multi:softprob")
                .putObject("softmax_multiclass_param")
                .put("num_class", "2");
        document.list("/learner/gradient_booster/model/tree_info").set(1, 1).set(3, 1);

        Booster model = BoosterReader.read(document.bytes());

        assertThat(model.baseMargins()).containsExactly(0.5f, -0.25f);
        assertThat(model.trees()).extracting(Tree::output).containsExactly(0, 1, 0, 1);
    }

    @Test
    void treesBeyondTheBestIterationAreLeftOut() throws Exception {
        ModelDocument document = ModelDocument.of(TRAINED.json());
        document.object("/learner/attributes").put("best_iteration", "1");

        assertThat(BoosterReader.read(document.bytes()).trees())
                .isEqualTo(BoosterReader.read(TRAINED.json()).trees().subList(0, 2));

        document.trees().remove("iteration_indptr");
        assertThat(BoosterReader.read(document.bytes()).trees()).hasSize(2);
    }

    @Test
    void aRoundOfTrainingGrowsParallelTreesForEachClass() throws Exception {
        float[] labels = new float[ROWS.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % 3;
        }
        TrainedModel trained = TrainedModel.train(
                new HashMap<>(Map.of("objective", "multi:softprob", "num_class", 3, "num_parallel_tree", 2)),
                5,
                ROWS,
                labels);
        trained.attribute("best_iteration", "2");
        ModelDocument document = ModelDocument.of(trained.json());

        assertThat(BoosterReader.read(document.bytes()).trees()).hasSize(18);
        document.trees().remove("iteration_indptr");
        assertThat(BoosterReader.read(document.bytes()).trees()).hasSize(18);
    }

    @Test
    void quantilesNeverCrossSinceVersion34() throws Exception {
        ModelDocument document = ModelDocument.of(TRAINED.json());
        document.object("/learner/objective").put("name", "reg:quantileerror");
        float[] predictions = new float[2];

        version(document, 3, 3, 0);
        BoosterReader.read(document.bytes()).objective().predictions(new float[] {2, 1}, predictions);
        assertThat(predictions).containsExactly(2, 1);

        version(document, 3, 4, 0);
        BoosterReader.read(document.bytes()).objective().predictions(new float[] {2, 1}, predictions);
        assertThat(predictions).containsExactly(1, 2);
    }

    private static Stream<Arguments> unusableModels() {
        return Stream.of(
                refused("'survival:cox'", document -> objective(document, "survival:cox")),
                refused("binary:logitraw had another meaning in XGBoost 1.3.0", document -> {
                    objective(document, "binary:logitraw");
                    version(document, 1, 3, 0);
                }),
                refused("'survival:aft'", document -> objective(document, "survival:aft")),
                refused("'reg:expectileerror'", document -> objective(document, "reg:expectileerror")),
                refused("'binary:hinge'", document -> objective(document, "binary:hinge")),
                refused(
                        "'gblinear'",
                        document -> document.object("/learner/gradient_booster").put("name", "gblinear")),
                refused(
                        "several values (multi_output_tree)",
                        document -> treeParameter(document, "size_leaf_vector", "2")),
                refused("3.5.0", document -> version(document, 3, 5, 0)),
                refused("4.0.0", document -> version(document, 4, 0, 0)),
                refused("0.9.0", document -> version(document, 0, 9, 0)),
                refused("'version'", document -> document.object("").remove("version")),
                refused(
                        "'learner.gradient_booster'",
                        document -> document.learner().remove("gradient_booster")),
                refused("no trees", document -> document.trees().putArray("trees")),
                refused(
                        "'num_trees'",
                        document -> document.object("/learner/gradient_booster/model/gbtree_model_param")
                                .put("num_trees", "3")),
                refused("'num_nodes'", document -> treeParameter(document, "num_nodes", "2")),
                refused(
                        "split_conditions' has",
                        document -> document.list(0, "split_conditions").remove(0)),
                refused(
                        "default_left' has",
                        document -> document.list(0, "default_left").add(0)),
                refused(
                        "sum_hessian' has",
                        document -> document.list(0, "sum_hessian").add(1)),
                refused(
                        "tree_info' has",
                        document -> document.list("/learner/gradient_booster/model/tree_info")
                                .add(0)),
                refused(
                        "an output that the model does not have",
                        document -> document.list("/learner/gradient_booster/model/tree_info")
                                .set(0, 1)),
                refused("a child that it does not have", document -> children(document, 0, 99)),
                refused("a child that it does not have", document -> children(document, 0, -7)),
                refused("a child that it does not have", document -> children(document, 1, 0)),
                refused("by more than one way", document -> children(document, 1, 1)),
                refused("by more than one way", document -> children(document, 2, 3)),
                refused(
                        "one child only",
                        document -> document.list(0, "right_children").set(0, -1)),
                refused(
                        "beside each other",
                        document -> document.list(0, "right_children").set(0, 5)),
                refused("cannot reach its node", document -> {
                    document.list(0, "left_children").set(2, -1);
                    document.list(0, "right_children").set(2, -1);
                }),
                refused(
                        "a feature that the model does not have",
                        document -> document.list(0, "split_indices").set(0, 5)),
                refused(
                        "a feature that the model does not have",
                        document -> document.list(0, "split_indices").set(0, -1)),
                refused(
                        "neither left nor right",
                        document -> document.list(0, "default_left").set(0, 2)),
                refused(
                        "an unknown type",
                        document -> document.list(0, "split_type").set(0, 7)),
                refused(
                        "no categories for",
                        document -> document.list(0, "split_type").set(0, 1)),
                refused(
                        "a list of numbers",
                        document -> document.tree(0).putArray("left_children").add("a")),
                refused(
                        "'learner.learner_model_param.num_feature'",
                        document -> document.parameters().put("num_feature", "5x")),
                refused("num_feature' is 0", document -> document.parameters().put("num_feature", "0")),
                refused(
                        "num_feature' is 99999999",
                        document -> document.parameters().put("num_feature", "99999999")),
                refused(
                        "num_class' is 99999999",
                        document -> document.parameters().put("num_class", "99999999")),
                refused(
                        "several classes and several targets",
                        document -> document.parameters().put("num_class", "2").put("num_target", "2")),
                refused(
                        "2 outputs and 3 values",
                        document -> document.parameters().put("num_target", "2").put("base_score", "[1E-1,2E-1,3E-1]")),
                refused(
                        "not possible for binary:logistic",
                        document -> document.parameters().put("base_score", "1E0")),
                refused(
                        "not possible for binary:logistic",
                        document -> document.parameters().put("base_score", "NaN")),
                refused("not possible for count:poisson", document -> {
                    objective(document, "count:poisson");
                    document.parameters().put("base_score", "0E0");
                }),
                refused("is not a number", document -> document.parameters().put("base_score", "[]")),
                refused("is not a text", document -> document.parameters().put("base_score", 0.5)),
                refused(
                        "classes and the model 1",
                        document -> document.object("/learner/objective")
                                .put("name", "multi:softmax")
                                .putObject("softmax_multiclass_param")
                                .put("num_class", "3")),
                refused(
                        "best iteration is 4 and it has 4 rounds",
                        document -> document.object("/learner/attributes").put("best_iteration", "4")),
                refused("does not end at 4 trees", document -> {
                    document.object("/learner/attributes").put("best_iteration", "0");
                    document.list("/learner/gradient_booster/model/iteration_indptr")
                            .remove(4);
                }),
                refused(
                        "5 features and 1 'feature_names'",
                        document -> document.learner().putArray("feature_names").add("a")),
                refused(
                        "weight_drop' has 1",
                        document -> document.object("/learner/gradient_booster")
                                .putArray("weight_drop")
                                .add(1)));
    }

    private static Arguments refused(String fragment, Consumer<ModelDocument> change) {
        return Arguments.of(fragment, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusableModels")
    void whatIsNotKnownForCertainIsRefusedByName(String fragment, Consumer<ModelDocument> change) {
        ModelDocument document = ModelDocument.of(TRAINED.json());
        change.accept(document);

        assertRefused(document.bytes(), fragment);
    }

    private static Stream<Arguments> unusableCategories() {
        return Stream.of(
                refused(
                        "two sets of categories",
                        document -> document.list(0, "categories_nodes").set(1, 0)),
                refused(
                        "shorter than its segments",
                        document -> document.list(0, "categories_sizes").set(0, 999)),
                refused(
                        "shorter than its segments",
                        document -> document.list(0, "categories_segments").set(0, -1)),
                refused(
                        "a category that cannot be",
                        document -> document.list(0, "categories").set(0, 16777216)),
                refused(
                        "a category that cannot be",
                        document -> document.list(0, "categories").set(0, -1)),
                refused(
                        "categories_sizes' has",
                        document -> document.list(0, "categories_sizes").remove(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusableCategories")
    void categoriesThatCannotBeAreRefused(String fragment, Consumer<ModelDocument> change) {
        ModelDocument document = ModelDocument.of(CATEGORICAL.json());
        change.accept(document);

        assertRefused(document.bytes(), fragment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "binf",
                "[1]",
                "null",
                "{",
                "{}",
                "{}{}",
                "{\"version\":[3,0",
                "{\"a\":1,\"a\":2}",
                "{i",
                "{L",
                "{U\u0001"
            })
    void bytesThatAreNoModelAreRefused(String bytes) {
        assertRefused(bytes.getBytes(StandardCharsets.ISO_8859_1), "The model");
    }

    @Test
    void somethingBehindTheModelIsRefused() {
        byte[] json = (new String(TRAINED.json(), StandardCharsets.UTF_8) + "{}").getBytes(StandardCharsets.UTF_8);
        byte[] ubjson = java.util.Arrays.copyOf(TRAINED.ubjson(), TRAINED.ubjson().length + 1);

        assertRefused(json, "followed by something");
        assertRefused(ubjson, "followed by something");
    }

    @Test
    void aModelOfMoreThan32MebibytesIsRefused() {
        assertRefused(new byte[BoosterReader.MOST_BYTES + 1], "33554433 bytes");
    }

    private static void assertRefused(byte[] document, String fragment) {
        assertThatThrownBy(() -> BoosterReader.read(document))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining(fragment)
                .hasMessageMatching("[A-Z][^\\p{Cntrl}]*\\.");
    }

    private static void version(ModelDocument document, int major, int minor, int patch) {
        document.list("/version").removeAll().add(major).add(minor).add(patch);
    }

    private static void objective(ModelDocument document, String name) {
        document.object("/learner/objective").put("name", name);
    }

    private static void treeParameter(ModelDocument document, String name, String value) {
        document.object("/learner/gradient_booster/model/trees/0/tree_param").put(name, value);
    }

    private static void children(ModelDocument document, int node, int left) {
        document.list(0, "left_children").set(node, left);
        document.list(0, "right_children").set(node, left + 1);
    }
}
