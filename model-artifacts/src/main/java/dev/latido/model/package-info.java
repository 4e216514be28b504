/** What a model is; its parts have packages of their own. */
@NullMarked
package dev.latido.model;

import org.jspecify.annotations.NullMarked;
