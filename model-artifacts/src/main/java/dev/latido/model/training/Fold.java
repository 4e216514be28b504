package dev.latido.model.training;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Which of five parts a row belongs to, by its name alone: the same on every machine and in every order. */
public final class Fold {

    /** How many parts there are. */
    public static final int FOLDS = 5;

    /** The part that is held out for testing when there is no other test. */
    public static final int HELD_OUT = 0;

    private Fold() {}

    /** The remainder of the CRC-32 of the name in UTF-8, divided by five. */
    public static int of(String name) {
        CRC32 crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % FOLDS);
    }
}
