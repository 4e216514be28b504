package dev.latido.event;

/** The five parts of a health score, each 0 to 100 with one decimal, before they are weighted. */
public record HealthComponents(double usage, double adoption, double support, double payment, double engagement) {}
