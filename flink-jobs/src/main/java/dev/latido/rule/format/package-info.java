/** The files of rules: what people write, read strictly, and said again in plain words. */
@NullMarked
package dev.latido.rule.format;

import org.jspecify.annotations.NullMarked;
