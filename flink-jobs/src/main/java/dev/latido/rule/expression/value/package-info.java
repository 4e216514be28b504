/** What expressions see of events, steps and the customer: views, made when looked at, nothing copied. */
@NullMarked
package dev.latido.rule.expression.value;

import org.jspecify.annotations.NullMarked;
