/** A backtest's report as one HTML page that needs nothing else. */
@NullMarked
package dev.latido.backtest.page;

import org.jspecify.annotations.NullMarked;
