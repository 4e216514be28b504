/** Simple conditions as plain Java, with exactly the meaning that CEL gives them. */
@NullMarked
package dev.latido.rule.expression.direct;

import org.jspecify.annotations.NullMarked;
