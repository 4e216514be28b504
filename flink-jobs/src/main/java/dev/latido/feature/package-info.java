/** The features that models see of a customer: what they are, how they are said, and what of the past they need. */
@NullMarked
package dev.latido.feature;

import org.jspecify.annotations.NullMarked;
