package dev.latido.bench.score;

import dev.latido.model.booster.Booster;
import dev.latido.model.booster.Node;
import dev.latido.model.booster.Tree;
import java.util.List;

/**
 * A model of one output as ONNX: one {@code TreeEnsembleRegressor} that makes the margins of rows.
 *
 * @see <a href="https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html">ONNX: TreeEnsembleRegressor</a>
 */
final class OnnxModel {

    static final String ROWS = "rows";
    static final String MARGINS = "margins";

    private static final String DOMAIN = "ai.onnx.ml";
    private static final int DOMAIN_VERSION = 3;
    private static final int OPERATORS_VERSION = 17;
    private static final int FORMAT_VERSION = 8;
    private static final int FLOAT = 1;

    private OnnxModel() {}

    static byte[] of(Booster booster) {
        ProtobufMessage graph = new ProtobufMessage()
                .message(1, node(booster))
                .text(2, "forest")
                .message(11, tensor(ROWS, booster.featureCount()))
                .message(12, tensor(MARGINS, 1));
        return new ProtobufMessage()
                .number(1, FORMAT_VERSION)
                .message(7, graph)
                .message(8, new ProtobufMessage().text(1, "").number(2, OPERATORS_VERSION))
                .message(8, new ProtobufMessage().text(1, DOMAIN).number(2, DOMAIN_VERSION))
                .toBytes();
    }

    private static ProtobufMessage node(Booster booster) {
        ProtobufMessage node = new ProtobufMessage()
                .text(1, ROWS)
                .text(2, MARGINS)
                .text(4, "TreeEnsembleRegressor")
                .text(7, DOMAIN);
        OnnxTrees trees = new OnnxTrees();
        List<Tree> all = booster.trees();
        for (int tree = 0; tree < all.size(); tree++) {
            List<Node> nodes = all.get(tree).nodes();
            for (int index = 0; index < nodes.size(); index++) {
                trees.add(tree, index, nodes.get(index));
            }
        }
        trees.attributes(booster.baseMargins().get(0)).forEach(attribute -> node.message(5, attribute));
        return node;
    }

    /** A list of rows of floats, of any length. */
    private static ProtobufMessage tensor(String name, int width) {
        ProtobufMessage shape = new ProtobufMessage()
                .message(1, new ProtobufMessage().text(2, "count"))
                .message(1, new ProtobufMessage().number(1, (long) width));
        ProtobufMessage type = new ProtobufMessage().number(1, (long) FLOAT).message(2, shape);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, type));
    }
}
