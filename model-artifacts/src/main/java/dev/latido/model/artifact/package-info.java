/** What a model is made of when it is handed on: its files, what they say, and whether they are to be believed. */
@NullMarked
package dev.latido.model.artifact;

import org.jspecify.annotations.NullMarked;
