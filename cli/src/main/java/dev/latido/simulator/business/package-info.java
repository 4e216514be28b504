/** The simulated SaaS business: accounts, what they do day by day, and why they leave; it knows no tool and no format. */
@NullMarked
package dev.latido.simulator.business;

import org.jspecify.annotations.NullMarked;
