package dev.latido.cli;

import static java.util.Objects.requireNonNullElse;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest; classes that run outside a jar have none. */
final class LatidoVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Latido.class.getPackage().getImplementationVersion();
        return new String[] {
            "latido " + requireNonNullElse(version, "(unpackaged)") + ", Java " + System.getProperty("java.version")
        };
    }
}
