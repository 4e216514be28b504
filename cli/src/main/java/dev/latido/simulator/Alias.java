package dev.latido.simulator;

/**
 * The name by which a tool knows a customer.
 *
 * @param source segment, stripe or zendesk
 */
public record Alias(String source, String foreignId, String customer) {}
