package dev.latido.watch.report;

/** An artifact of a model, as reports name it. */
public record ReportedArtifact(String version, String sha256) {}
