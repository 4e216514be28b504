/** What an operator may change without a rebuild: {@code latido.yaml}, overlaid and overridden, as validated records. */
@NullMarked
package dev.latido.setting;

import org.jspecify.annotations.NullMarked;
