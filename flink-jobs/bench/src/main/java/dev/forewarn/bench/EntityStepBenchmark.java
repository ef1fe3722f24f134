package dev.forewarn.bench;

import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.dossier.Turn;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
 * a fact that no indicator reads, so nothing is published; {@code telling} takes one that changes the score, so the
 * assessment is explained.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class EntityStepBenchmark {

    private static final String ENTITY = "91360699MA0000015G";
    private static final long NOW_MS = Instant.parse("2026-06-15T02:00:00Z").toEpochMilli();
    private static final long DAY_MS = 86_400_000;

    /** Facts that the dossier holds before the step. */
    @Param({"5", "30", "300"})
    public int facts;

    private EntityStep step = new EntityStep(CatalogueTimeline.of(WideCatalogue.build()));
    private byte[] dossier = new byte[0];
    private Event quiet = event("bench.unread", "quiet", 0);
    private Event telling = event(WideCatalogue.type(0), "telling", 0);

    /** Fills a dossier with facts of the last three years. */
    @Setup
    public void fill() {
        step = new EntityStep(CatalogueTimeline.of(WideCatalogue.build()));
        Random random = new Random(7);
        byte[] packed = null;
        for (int i = 0; i < facts; i++) {
            String type = WideCatalogue.type(random.nextInt(WideCatalogue.TYPES));
            packed = step.onEvent(ENTITY, packed, event(type, "2026-000" + i, random.nextInt(1000)))
                    .dossier();
        }
        dossier = java.util.Objects.requireNonNull(packed);
        quiet = event("bench.unread", "quiet", 0);
        telling = event(WideCatalogue.type(0), "telling", 0);
    }

    @Benchmark
    public Turn quiet() {
        return step.onEvent(ENTITY, dossier, quiet);
    }

    @Benchmark
    public Turn telling() {
        return step.onEvent(ENTITY, dossier, telling);
    }

    private static Event event(String type, String key, int daysAgo) {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("result", daysAgo % 3 == 0 ? "failed" : "passed");
        attributes.put("kind", "routine");
        TreeMap<String, Long> numbers = new TreeMap<>();
        numbers.put("count", 10_000L * (daysAgo % 7));
        return new Event(
                ENTITY,
                NOW_MS,
                type,
                key,
                0,
                Op.ASSERT,
                null,
                List.of("drug"),
                NOW_MS - daysAgo * DAY_MS,
                null,
                null,
                "case-system",
                null,
                null,
                "general",
                5_000_000L,
                "batch-" + daysAgo % 5,
                attributes,
                numbers);
    }
}
