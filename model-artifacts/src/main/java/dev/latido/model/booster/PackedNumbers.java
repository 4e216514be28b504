package dev.latido.model.booster;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Numbers of one type, big endian, behind each other in the bytes of a model document. */
record PackedNumbers(Type type, ByteBuffer bytes) implements Numbers {

    @Override
    public int size() {
        return bytes.limit() / type.width();
    }

    @Override
    public double get(int index) {
        return type.read(bytes, index * type.width());
    }

    /** A type of numbers in UBJSON. */
    enum Type {
        INT8('i', 1) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.get(at);
            }
        },
        UINT8('U', 1) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.get(at) & 0xFF;
            }
        },
        INT16('I', 2) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.getShort(at);
            }
        },
        INT32('l', 4) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.getInt(at);
            }
        },
        INT64('L', 8) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.getLong(at);
            }
        },
        FLOAT32('d', 4) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.getFloat(at);
            }
        },
        FLOAT64('D', 8) {
            @Override
            double get(ByteBuffer bytes, int at) {
                return bytes.getDouble(at);
            }
        };

        private final char marker;
        private final int width;

        Type(char marker, int width) {
            this.marker = marker;
            this.width = width;
        }

        abstract double get(ByteBuffer bytes, int at);

        /** The type with this marker. */
        static Type of(byte marker) throws UnusableModelException {
            for (Type type : values()) {
                if (type.marker == marker) {
                    return type;
                }
            }
            throw new UnusableModelException(
                    "The model has a value of a type that UBJSON does not have: byte " + (marker & 0xFF) + ".");
        }

        /** How many bytes a number takes. */
        int width() {
            return width;
        }

        /** The number at this position. */
        double read(ByteBuffer bytes, int at) {
            if (bytes.limit() - at < width) {
                throw new BufferUnderflowException();
            }
            return get(bytes, at);
        }
    }
}
