package dev.latido.simulator;

import dev.latido.simulator.business.ChurnCause;
import java.time.Instant;

/** A customer that left: when its subscription ended, and why. */
public record Churn(String customer, Instant at, ChurnCause cause) {}
