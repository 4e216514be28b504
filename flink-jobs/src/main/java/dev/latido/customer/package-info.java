/** The one keyed operator: everything known about a customer, composed of the parts that the features bring. */
@NullMarked
package dev.latido.customer;

import org.jspecify.annotations.NullMarked;
