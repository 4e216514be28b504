package dev.latido.change;

import java.io.Serializable;

/** What the control stage sends to all customers' subtasks, before any time at which it matters. */
public interface ControlMessage extends Serializable {}
