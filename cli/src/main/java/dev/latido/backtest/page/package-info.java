/** A backtest's report as one HTML page that needs nothing else, and the files that it is left in. */
@NullMarked
package dev.latido.backtest.page;

import org.jspecify.annotations.NullMarked;
