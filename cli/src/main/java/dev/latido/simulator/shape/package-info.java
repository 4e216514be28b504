/** The JSON in which Segment, Stripe, Zendesk and the product's own surveys tell what happened. */
@NullMarked
package dev.latido.simulator.shape;

import org.jspecify.annotations.NullMarked;
