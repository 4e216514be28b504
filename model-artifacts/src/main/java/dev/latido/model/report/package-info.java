/** What people read of a model. */
@NullMarked
package dev.latido.model.report;

import org.jspecify.annotations.NullMarked;
