/** What a person does with the models of a running job: sends changes, and reads what is said of them. */
@NullMarked
package dev.latido.models;

import org.jspecify.annotations.NullMarked;
