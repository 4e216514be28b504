/** Conditions and messages of rules: expressions in CEL, type-checked when they are read and bounded when they run. */
@NullMarked
package dev.latido.rule.expression;

import org.jspecify.annotations.NullMarked;
