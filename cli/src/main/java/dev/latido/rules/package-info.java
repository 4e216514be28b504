/** What a person does with the rules of a running job: sends changes, and reads what is said of them. */
@NullMarked
package dev.latido.rules;

import org.jspecify.annotations.NullMarked;
