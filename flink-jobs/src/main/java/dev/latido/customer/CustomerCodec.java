package dev.latido.customer;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;

/** Customer state to bytes and back: a version byte, then a fixed compact layout. */
public final class CustomerCodec {

    /** The layout written today. Every version ever written stays readable. */
    public static final int VERSION = 4;

    private static final int FIRST_VERSION = 1;

    private CustomerCodec() {}

    public static byte[] encode(Customer customer) {
        long base = customer.lastPlace();
        StateWriter out = new StateWriter(base);
        out.number(VERSION).fixed(base);
        customer.write(out);
        return out.toBytes();
    }

    /** Reads a customer; bytes of an unknown version or damaged ones are refused with an {@link IllegalStateException}. */
    public static Customer decode(String tenantId, String customerId, byte[] bytes) {
        int version = bytes.length == 0 ? 0 : bytes[0];
        if (version < FIRST_VERSION || version > VERSION) {
            throw new IllegalStateException("The state of customer '" + customerId + "' of tenant '" + tenantId
                    + "' has version " + version + "; this program reads versions "
                    + FIRST_VERSION + " to " + VERSION
                    + ". It was written by a newer program, or is no customer state.");
        }
        try {
            StateReader in = new StateReader(bytes, 1);
            in.version(version);
            long lastPlace = in.fixed();
            in.base(lastPlace);
            Customer customer = Customer.read(tenantId, customerId, lastPlace, in);
            in.end();
            return customer;
        } catch (IllegalStateException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException(
                    "The state of customer '" + customerId + "' of tenant '" + tenantId + "' is damaged.", e);
        }
    }
}
