package dev.latido.bench.score;

/** An attribute of an ONNX operator that is a list of values, made one by one. */
final class OnnxAttribute {

    private static final int INT = 3;
    private static final int FLOATS = 7;
    private static final int INTS = 8;
    private static final int TEXTS = 9;
    private static final int TYPE = 20;
    private static final int TYPE_INT = 2;
    private static final int TYPE_FLOATS = 6;
    private static final int TYPE_INTS = 7;
    private static final int TYPE_TEXTS = 8;

    private final ProtobufMessage message;

    private OnnxAttribute(String name, int type) {
        message = new ProtobufMessage().text(1, name).number(TYPE, (long) type);
    }

    static OnnxAttribute ints(String name) {
        return new OnnxAttribute(name, TYPE_INTS);
    }

    static OnnxAttribute floats(String name) {
        return new OnnxAttribute(name, TYPE_FLOATS);
    }

    static OnnxAttribute texts(String name) {
        return new OnnxAttribute(name, TYPE_TEXTS);
    }

    /** An attribute that is one number. */
    static ProtobufMessage one(String name, long value) {
        return new OnnxAttribute(name, TYPE_INT).message.number(INT, value);
    }

    void add(int value) {
        message.number(INTS, (long) value);
    }

    void add(float value) {
        message.number(FLOATS, value);
    }

    void add(String value) {
        message.text(TEXTS, value);
    }

    ProtobufMessage message() {
        return message;
    }
}
