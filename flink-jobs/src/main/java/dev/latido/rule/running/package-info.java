/** The rules in force, and what they remember of one customer. */
@NullMarked
package dev.latido.rule.running;

import org.jspecify.annotations.NullMarked;
