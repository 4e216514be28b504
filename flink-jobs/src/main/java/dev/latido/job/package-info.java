/** Composition roots: each job on one screen. */
@NullMarked
package dev.latido.job;

import org.jspecify.annotations.NullMarked;
