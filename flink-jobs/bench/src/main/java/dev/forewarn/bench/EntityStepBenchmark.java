package dev.forewarn.bench;

import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of an entity: unpack, apply one new fact, read, score, class, rules, next change, pack. {@code quiet} takes
 * a fact that no indicator reads, so nothing is published; {@code telling} takes one that changes the score, so that
 * the assessment, and an alert if one moves, are written out with their evidence.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class EntityStepBenchmark {

    private static final long DAY_MS = 86_400_000;
    private static final int THREE_YEARS = 1_095;

    /** Facts that the dossier holds before the step, over the last three years. */
    @Param({"5", "30", "300"})
    public int facts = 30;

    /** Name of a {@link BenchCatalogue}. */
    @Param({"SHIPPED", "WIDE"})
    public String catalogue = "SHIPPED";

    private @Nullable Steps steps;

    private record Steps(EntityStep step, Turn held, Event quiet, Event telling) {}

    /** Fills the dossier. */
    @Setup
    public void fill() {
        BenchCatalogue bench = BenchCatalogue.valueOf(catalogue);
        EntityStep step = new EntityStep(CatalogueTimeline.of(bench.catalogue()));
        Random random = new Random(7);
        long nowMs = BenchCatalogue.nowMs();
        Turn turn = null;
        for (int i = 0; i < facts; i++) {
            long occurredMs = nowMs - random.nextInt(THREE_YEARS) * DAY_MS;
            Event event = bench.event(random, "2026-000" + i, nowMs, occurredMs);
            turn = step.onEvent(BenchCatalogue.ENTITY, turn == null ? null : turn.dossier(), event);
        }
        steps = new Steps(step, Objects.requireNonNull(turn), bench.quiet(nowMs), bench.telling(nowMs));
    }

    @Benchmark
    public Turn quiet() {
        Steps ready = Objects.requireNonNull(steps);
        return ready.step().onEvent(BenchCatalogue.ENTITY, ready.held().dossier(), ready.quiet());
    }

    @Benchmark
    public Turn telling() {
        Steps ready = Objects.requireNonNull(steps);
        return ready.step().onEvent(BenchCatalogue.ENTITY, ready.held().dossier(), ready.telling());
    }
}
