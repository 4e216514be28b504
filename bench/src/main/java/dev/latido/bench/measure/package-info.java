/** What all groups of benchmarks measure by: time, processor time, and the ratios of pairs. */
@NullMarked
package dev.latido.bench.measure;

import org.jspecify.annotations.NullMarked;
