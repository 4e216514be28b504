package dev.latido.scoring;

import java.io.Serializable;

/** What came of loading the artifact that a change names. */
public sealed interface Loaded extends Serializable permits ModelContent, Unloadable {}
