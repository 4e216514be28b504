package dev.latido.watch.report;

import org.jspecify.annotations.Nullable;

/**
 * How large a part of the rows has a value in a range.
 *
 * @param above the range's lower end, which is not in it; absent where it has none
 * @param upTo its upper end, which is in it; absent where it has none
 * @param missing whether it is the rows without a value
 * @param then the part of them in training, from 0 to 1
 * @param now the part of them now
 */
public record BinShare(@Nullable Double above, @Nullable Double upTo, boolean missing, double then, double now) {}
