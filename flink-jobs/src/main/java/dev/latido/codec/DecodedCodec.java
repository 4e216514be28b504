package dev.latido.codec;

import dev.latido.change.Request;
import dev.latido.connector.record.Decoded;
import dev.latido.connector.record.Origin;
import dev.latido.event.CustomerEvent;
import dev.latido.event.CustomerInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Binary form of a {@link Decoded} around the form of its event; used where a source is not chained to what follows it.
 *
 * @param <E> type of the events
 */
public record DecodedCodec<E>(Codec<E> events) implements Codec<Decoded<E>> {

    private static final int EVENT = 1;
    private static final int IGNORED = 2;
    private static final int REJECTED = 3;

    public static DecodedCodec<CustomerEvent> ofEvents() {
        return new DecodedCodec<>(CustomerEventCodec.INSTANCE);
    }

    public static DecodedCodec<CustomerInput> ofInputs() {
        return new DecodedCodec<>(CustomerInputCodec.INSTANCE);
    }

    public static DecodedCodec<Request> ofRequests() {
        return new DecodedCodec<>(RequestCodec.INSTANCE);
    }

    @Override
    public Class<? super Decoded<E>> type() {
        return Decoded.class;
    }

    @Override
    public void write(Decoded<E> decoded, DataOutput out) throws IOException {
        Origin origin = decoded.origin();
        Wire.writeString(origin.source(), out);
        Wire.writeString(origin.topic(), out);
        out.writeInt(origin.partition());
        out.writeLong(origin.offset());
        if (decoded instanceof Decoded.Event<E> event) {
            out.writeByte(EVENT);
            events.write(event.event(), out);
            out.writeLong(event.at());
        } else if (decoded instanceof Decoded.Rejected<E> rejected) {
            out.writeByte(REJECTED);
            Wire.writeString(rejected.reason(), out);
            Wire.writeString(rejected.payload(), out);
            out.writeInt(rejected.payloadBytes());
        } else {
            out.writeByte(IGNORED);
        }
    }

    @Override
    public Decoded<E> read(DataInput in) throws IOException {
        Origin origin = new Origin(Wire.readString(in), Wire.readString(in), in.readInt(), in.readLong());
        int tag = in.readByte();
        return switch (tag) {
            case EVENT -> new Decoded.Event<>(origin, events.read(in), in.readLong());
            case IGNORED -> new Decoded.Ignored<>(origin);
            case REJECTED -> new Decoded.Rejected<>(origin, Wire.readString(in), Wire.readString(in), in.readInt());
            default -> throw new IOException("unknown form " + tag + " of a decoded record");
        };
    }
}
