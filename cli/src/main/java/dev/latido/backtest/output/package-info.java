/** A backtest's report on the terminal and as files. */
@NullMarked
package dev.latido.backtest.output;

import org.jspecify.annotations.NullMarked;
