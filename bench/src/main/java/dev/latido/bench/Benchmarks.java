package dev.latido.bench;

/** Runs one group of benchmarks by its name: {@code replay}. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || !arguments[0].equals("replay")) {
            System.err.println("Usage: bench/run replay");
            System.exit(2);
        }
        ReplayBenchmark.run(System.out);
    }
}
