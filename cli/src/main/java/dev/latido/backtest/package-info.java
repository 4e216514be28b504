/** What rules would have found in recorded history, and how much of it came true. */
@NullMarked
package dev.latido.backtest;

import org.jspecify.annotations.NullMarked;
