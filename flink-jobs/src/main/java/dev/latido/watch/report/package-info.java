/** What the watch over models publishes. */
@NullMarked
package dev.latido.watch.report;

import org.jspecify.annotations.NullMarked;
