/** A simulated SaaS business that is told by the tools such a business uses, with their delays and mistakes. */
@NullMarked
package dev.latido.simulator;

import org.jspecify.annotations.NullMarked;
