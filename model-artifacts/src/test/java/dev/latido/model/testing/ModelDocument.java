package dev.latido.model.testing;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** A model as JSON, to be changed by a test. */
public final class ModelDocument {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .build();

    private final JsonNode root;

    private ModelDocument(JsonNode root) {
        this.root = root;
    }

    public static ModelDocument of(byte[] json) {
        try {
            return new ModelDocument(MAPPER.readTree(json));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The object at this JSON Pointer. */
    public ObjectNode object(String pointer) {
        return (ObjectNode) root.at(pointer);
    }

    /** The list at this JSON Pointer. */
    public ArrayNode list(String pointer) {
        return (ArrayNode) root.at(pointer);
    }

    public ObjectNode learner() {
        return object("/learner");
    }

    public ObjectNode parameters() {
        return object("/learner/learner_model_param");
    }

    public ObjectNode trees() {
        return object("/learner/gradient_booster/model");
    }

    /** A tree of a model that is not {@code dart}. */
    public ObjectNode tree(int index) {
        return object("/learner/gradient_booster/model/trees/" + index);
    }

    /** A list of a tree. */
    public ArrayNode list(int tree, String name) {
        return (ArrayNode) tree(tree).get(name);
    }
}
