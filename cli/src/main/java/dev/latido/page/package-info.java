/** What pages are made of that hold their style and pictures, load nothing, and run nothing. */
@NullMarked
package dev.latido.page;

import org.jspecify.annotations.NullMarked;
