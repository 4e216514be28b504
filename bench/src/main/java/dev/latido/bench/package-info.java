/** Benchmarks: they report ratios and never fail a build. */
@NullMarked
package dev.latido.bench;

import org.jspecify.annotations.NullMarked;
