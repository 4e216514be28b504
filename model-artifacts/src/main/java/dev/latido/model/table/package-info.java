/** CSV tables: what is in them, and how their columns become the features of a model. */
@NullMarked
package dev.latido.model.table;

import org.jspecify.annotations.NullMarked;
