package dev.latido.codec;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * The binary form of an immutable type. Implemented by enums with one constant, whose class name stands in savepoints.
 *
 * @param <T> the type
 */
public interface Codec<T> extends Serializable {

    Class<? super T> type();

    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
}
