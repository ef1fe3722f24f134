package dev.forewarn.cli.bench;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import dev.forewarn.engine.wire.Outbound;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Hears the assessments of a job whose catalogue changes, and tells those of events from those of the change. */
final class ChangeListener {

    /**
     * What was measured.
     *
     * @param reassessed businesses that were assessed by the new catalogue
     * @param seconds from the instant of the catalogue to the last of them
     * @param events events whose latency was measured in that time
     * @param p50Ms latency of events in that time, from when they were due to their assessment
     */
    record Figures(int reassessed, double seconds, int events, double p50Ms, double p99Ms, double maxMs) {}

    private final int entities;
    private final long effectiveMs;
    private final String version;
    private final Set<String> reassessed = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Double> latenciesMs = new ConcurrentLinkedQueue<>();
    private volatile @Nullable BenchRun run;
    private volatile long paceStartMs;
    private volatile long doneNs;

    /** @param effectiveMs instant of the catalogue, in ms since 1970 on the clock of the log */
    ChangeListener(int entities, long effectiveMs, String version) {
        this.entities = entities;
        this.effectiveMs = effectiveMs;
        this.version = version;
    }

    /** @param startMs when the first paced event is due on the clock of the log, in ms since 1970 */
    void listenTo(BenchRun heard, long startMs) {
        paceStartMs = startMs;
        run = heard;
    }

    void hear(Outbound message) {
        BenchRun heard = run;
        if (message.channel() != Outbound.Channel.ASSESSMENTS || heard == null || heard.paceStartNs() == 0) {
            return;
        }
        long nowNs = System.nanoTime();
        if (!(Wire.decode(message.value(), Assessment.class) instanceof Decoded.Value<Assessment> assessment)) {
            throw new IllegalStateException("the job sends what it can read");
        }
        long atMs = assessment.value().getAt().toEpochMilli();
        if (assessment.value().getCatalogueVersion().equals(version)
                && reassessed.add(message.key())
                && reassessed.size() == entities) {
            doneNs = nowNs;
        }
        if (atMs > effectiveMs && doneNs == 0) {
            latenciesMs.add((nowNs - heard.paceStartNs()) / 1e6 - (atMs - paceStartMs));
        }
    }

    boolean isDone() {
        return doneNs != 0;
    }

    Figures figures() {
        BenchRun heard = run;
        long endNs = doneNs == 0 ? System.nanoTime() : doneNs;
        double effectiveNs = heard == null ? 0 : heard.paceStartNs() + (effectiveMs - paceStartMs) * 1e6;
        double[] sorted = latenciesMs.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Figures(
                reassessed.size(),
                (endNs - effectiveNs) / 1e9,
                sorted.length,
                quantile(sorted, 0.5),
                quantile(sorted, 0.99),
                quantile(sorted, 1));
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
