package dev.latido.model.booster;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model document written as Universal Binary JSON, draft 12: a marker before each value, big endian, lists with an
 * optional type ({@code $}) and count ({@code #}).
 */
final class UbjsonDocument {

    private static final String NUMBER_MARKERS = "iUIlLdDTF";

    private final ByteBuffer in;
    private final ValueBudget budget = new ValueBudget();

    private UbjsonDocument(ByteBuffer in) {
        this.in = in;
    }

    /** Whether these bytes begin as an object does in UBJSON and cannot in JSON. */
    static boolean begins(byte[] document) {
        return document.length > 1 && document[0] == '{' && "#iUIlL".indexOf(document[1]) >= 0;
    }

    static Value read(byte[] document) throws UnusableModelException {
        ByteBuffer in = ByteBuffer.wrap(document);
        try {
            Value value = new UbjsonDocument(in).value(in.get(), 0);
            if (in.hasRemaining()) {
                throw new UnusableModelException("The model is followed by something that does not belong to it.");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new UnusableModelException("The model ends early.", e);
        } catch (CharacterCodingException e) {
            throw new UnusableModelException("The model has a text that is not UTF-8.", e);
        }
    }

    private Value value(byte marker, int depth) throws UnusableModelException, CharacterCodingException {
        budget.take(depth);
        return switch (marker) {
            case '{' -> fields(depth);
            case '[' -> list(depth);
            case 'S' -> new Value.Text(text());
            case 'C' -> new Value.Text(String.valueOf((char) in.get()));
            case 'Z' -> Value.Other.NULL;
            default -> new Value.Scalar(number(marker));
        };
    }

    private Value fields(int depth) throws UnusableModelException, CharacterCodingException {
        Map<String, Value> byName = new LinkedHashMap<>();
        Elements elements = elements('}');
        while (elements.hasNext()) {
            String name = text();
            if (byName.put(name, value(in.get(), depth + 1)) != null) {
                throw new UnusableModelException("The model has two fields " + Field.quoted(name) + " in one place.");
            }
        }
        return new Value.Fields(byName);
    }

    private Value list(int depth) throws UnusableModelException, CharacterCodingException {
        if (next() == '$') {
            return packed();
        }
        ListBuilder list = new ListBuilder(budget, depth);
        Elements elements = elements(']');
        while (elements.hasNext()) {
            byte marker = in.get();
            if (NUMBER_MARKERS.indexOf(marker) >= 0) {
                list.add(number(marker));
            } else {
                list.add(value(marker, depth + 1));
            }
        }
        return list.build();
    }

    /** Numbers of one type behind each other, read from the document when they are asked for. */
    private Value packed() throws UnusableModelException {
        in.get();
        PackedNumbers.Type type = PackedNumbers.Type.of(in.get());
        if (in.get() != '#') {
            throw new UnusableModelException("The model has a list with a type and without a count.");
        }
        int count = count();
        if ((long) count * type.width() > in.remaining()) {
            throw new UnusableModelException("The model ends early.");
        }
        int length = count * type.width();
        ByteBuffer numbers = in.slice(in.position(), length);
        in.position(in.position() + length);
        return new Value.NumberList(new PackedNumbers(type, numbers));
    }

    private double number(byte marker) throws UnusableModelException {
        return switch (marker) {
            case 'T' -> 1;
            case 'F' -> 0;
            default -> {
                PackedNumbers.Type type = PackedNumbers.Type.of(marker);
                double number = type.read(in, in.position());
                in.position(in.position() + type.width());
                yield number;
            }
        };
    }

    private int count() throws UnusableModelException {
        double count = number(in.get());
        if (!(count >= 0 && count <= Integer.MAX_VALUE)) {
            throw new UnusableModelException("The model has a length that cannot be right.");
        }
        return (int) count;
    }

    private String text() throws UnusableModelException, CharacterCodingException {
        int length = count();
        if (length > in.remaining()) {
            throw new UnusableModelException("The model ends early.");
        }
        ByteBuffer utf8 = in.slice(in.position(), length);
        in.position(in.position() + length);
        return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    }

    private byte next() {
        if (!in.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return in.get(in.position());
    }

    private Elements elements(char end) throws UnusableModelException {
        if (next() != '#') {
            return new Elements(end, false, 0);
        }
        in.get();
        return new Elements(end, true, count());
    }

    /** The elements of a list or object, which are counted or followed by an end marker. */
    private final class Elements {

        private final char end;
        private final boolean counted;
        private int left;

        Elements(char end, boolean counted, int left) {
            this.end = end;
            this.counted = counted;
            this.left = left;
        }

        boolean hasNext() {
            if (counted) {
                return left-- > 0;
            }
            if (next() != end) {
                return true;
            }
            in.get();
            return false;
        }
    }
}
