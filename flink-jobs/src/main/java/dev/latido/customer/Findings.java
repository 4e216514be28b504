package dev.latido.customer;

import dev.latido.event.Alert;
import dev.latido.event.HealthScore;

/** Takes what evaluating a customer brings to light. */
public interface Findings {

    void score(HealthScore score);

    void alert(Alert alert);
}
