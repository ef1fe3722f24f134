package dev.forewarn.bench;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.Op;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What a benchmark assesses by, and facts in its words. */
enum BenchCatalogue {
    /** The catalogue in {@code config/catalogue} and the commoner facts of a pharmacy. */
    SHIPPED {
        @Override
        Catalogue catalogue() {
            if (CatalogueReader.read(folder()) instanceof CatalogueReader.Read read) {
                return read.bundle().catalogue();
            }
            throw new IllegalStateException("the shipped catalogue has faults; see 'forewarn catalogue check'");
        }

        @Override
        Event event(Random random, String key, long knownMs, long occurredMs) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            return fact(
                    type,
                    key,
                    knownMs,
                    occurredMs,
                    Map.of("result", random.nextInt(4) == 0 ? "problem" : "pass", "checklist", "gsp", "field", "drug"),
                    Map.of("critical", 0L, "major", 10_000L * random.nextInt(3), "minor", 10_000L * random.nextInt(9)));
        }

        @Override
        Event telling(long nowMs) {
            return fact("penalty.decided", "telling", nowMs, nowMs, Map.of("procedure", "ordinary"), Map.of());
        }
    },
    /** 95 indicators over 24 types of facts, each type read by four of them: see {@link WideCatalogue}. */
    WIDE {
        @Override
        Catalogue catalogue() {
            return WideCatalogue.build();
        }

        @Override
        Event event(Random random, String key, long knownMs, long occurredMs) {
            return fact(
                    WideCatalogue.type(random.nextInt(WideCatalogue.TYPES)),
                    key,
                    knownMs,
                    occurredMs,
                    Map.of("result", random.nextInt(3) == 0 ? "failed" : "passed", "kind", "routine"),
                    Map.of("count", 10_000L * random.nextInt(7)));
        }

        @Override
        Event telling(long nowMs) {
            return fact(
                    WideCatalogue.type(0),
                    "telling",
                    nowMs,
                    nowMs,
                    Map.of("result", "failed"),
                    Map.of("count", 40_000L));
        }
    };

    static final String ENTITY = "91360699MA0000015G";

    private static final List<String> TYPES = List.of(
            "inspection.completed",
            "inspection.completed",
            "complaint.filed",
            "annual-report.filed",
            "registration.changed",
            "licence.granted",
            "sample.tested",
            "penalty.decided");

    abstract Catalogue catalogue();

    /** A fact of the kind that entities have. */
    abstract Event event(Random random, String key, long knownMs, long occurredMs);

    /** A fact that changes the score. */
    abstract Event telling(long nowMs);

    /** A fact that nothing reads: it is kept, and nothing is published. */
    Event quiet(long nowMs) {
        return fact("bench.unread", "quiet", nowMs, nowMs, Map.of(), Map.of());
    }

    private static Event fact(
            String type,
            String key,
            long knownMs,
            long occurredMs,
            Map<String, String> attributes,
            Map<String, Long> numbers) {
        return new Event(
                ENTITY,
                knownMs,
                type,
                key,
                0,
                Op.ASSERT,
                null,
                List.of("drug"),
                occurredMs,
                null,
                null,
                "case-system",
                null,
                null,
                "general",
                5_000_000L,
                "subject-" + Math.floorMod(key.hashCode(), 5),
                new TreeMap<>(attributes),
                new TreeMap<>(numbers));
    }

    /** The folder of the shipped catalogue, in the working directory or above. */
    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("config/catalogue"))) {
                return at.resolve("config/catalogue");
            }
        }
        throw new IllegalStateException("there is no config/catalogue in the working directory or above it");
    }

    /** The instant of all benchmarks. */
    static long nowMs() {
        return Instant.parse("2026-06-15T02:00:00Z").toEpochMilli();
    }
}
