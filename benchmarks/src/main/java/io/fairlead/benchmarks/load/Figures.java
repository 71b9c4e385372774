package io.fairlead.benchmarks.load;

/**
 * What a measurement found.
 *
 * @param seconds it took
 * @param median of one unit, milliseconds
 * @param slowest the 99th percentile, milliseconds
 */
record Figures(String name, long count, double seconds, double median, double slowest, CpuTimes.Shares cpu) {
    double rate() {
        return count / seconds;
    }

    /** Processor time of the server and PostgreSQL for one unit, milliseconds. */
    double cost() {
        double percent = cpu.server() + cpu.database();
        return percent / 100 * Runtime.getRuntime().availableProcessors() * seconds * 1000 / Math.max(1, count);
    }

    String row() {
        return "| %s | %.0f | %.1f | %.1f | %d | %.0f %% | %.0f %% | %.0f %% | %.0f %% |"
                .formatted(
                        name,
                        rate(),
                        median,
                        slowest,
                        count,
                        cpu.server(),
                        cpu.database(),
                        cpu.generator(),
                        cpu.foreign());
    }

    static String head() {
        return """
                | measured | a second | p50 ms | p99 ms | units | server | PostgreSQL | this program | others |
                |---|---|---|---|---|---|---|---|---|""";
    }
}
