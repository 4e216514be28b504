package dev.latido.simulator.business;

/** The random-looking parts of ids, made from numbers. */
public final class Token {

    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Token() {}

    /** Hex digits, as in Segment's ids. */
    public static String hex(long salt, int length) {
        return of(HEX, salt, length);
    }

    /** Letters and digits, as in Stripe's ids. */
    public static String letters(long salt, int length) {
        return of(LETTERS, salt, length);
    }

    /** A UUID of version 4 in form. */
    public static String uuid(long salt) {
        char[] token = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx".toCharArray();
        long bits = salt;
        for (int i = 0; i < token.length; i++) {
            if (i % 16 == 0) {
                bits = Chance.mix(salt, i);
            }
            if (token[i] == 'x') {
                token[i] = HEX.charAt((int) (bits & 0xf));
            }
            bits >>>= 4;
        }
        return new String(token);
    }

    private static String of(String alphabet, long salt, int length) {
        char[] token = new char[length];
        long bits = salt;
        for (int i = 0; i < length; i++) {
            if (i % 8 == 0) {
                bits = Chance.mix(salt, i);
            }
            token[i] = alphabet.charAt((int) (((bits & 0xff) * alphabet.length()) >>> 8));
            bits >>>= 8;
        }
        return new String(token);
    }
}
