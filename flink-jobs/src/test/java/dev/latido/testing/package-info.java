/** What tests share: settings, events that read as sentences, ends in memory. */
@NullMarked
package dev.latido.testing;

import org.jspecify.annotations.NullMarked;
