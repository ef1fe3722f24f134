package dev.forewarn.engine.operator;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.engine.state.BundleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogues of one subtask in compiled form. A new one is compiled on a thread of its own during its lead, and
 * awaited at the latest when a clock reaches the instant from which on it is in force; so compiling never decides what
 * is computed.
 */
final class CatalogueShelf implements AutoCloseable {

    private final CatalogueCompiler compiler;
    private final long spreadMs;
    private final TreeMap<BundleText, CompletableFuture<Catalogue>> bundles = new TreeMap<>();
    private final ExecutorService workshop;
    private @Nullable EntityStep step;
    private long validBeforeMs;

    /** @param spreadMs over how long after local midnight the work of a day is spread, at least 1 ms */
    CatalogueShelf(CatalogueCompiler compiler, long spreadMs) {
        this.compiler = compiler;
        this.spreadMs = spreadMs;
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        this.workshop = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "catalogue-compiler");
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
    }

    /** Adds a checked bundle. */
    void add(BundleText bundle) {
        bundles.computeIfAbsent(
                bundle, added -> CompletableFuture.supplyAsync(() -> compiler.compileChecked(added.text()), workshop));
        validBeforeMs = Math.min(validBeforeMs, bundle.effectiveAtMs());
    }

    /** Forgets a bundle that state no longer has. */
    void remove(BundleText bundle) {
        bundles.remove(bundle);
        validBeforeMs = Long.MIN_VALUE;
    }

    /** The bundle in force at an instant, in ms since 1970. */
    BundleText inForceAt(long instantMs) {
        BundleText inForce = bundles.firstKey();
        for (BundleText bundle : bundles.tailMap(inForce, false).keySet()) {
            if (bundle.effectiveAtMs() > instantMs) {
                break;
            }
            inForce = bundle;
        }
        return inForce;
    }

    /** The step for a record or wake-up of an instant, in ms since 1970. */
    EntityStep stepAt(long instantMs) {
        if (step == null || instantMs >= validBeforeMs) {
            step = new EntityStep(timeline(), spreadMs);
            validBeforeMs = Long.MAX_VALUE;
        }
        return step;
    }

    private CatalogueTimeline timeline() {
        List<CatalogueTimeline.Entry> entries = new ArrayList<>();
        Map<String, Catalogue> byVersion = new HashMap<>();
        for (Map.Entry<BundleText, CompletableFuture<Catalogue>> bundle : bundles.entrySet()) {
            Catalogue catalogue = byVersion.computeIfAbsent(
                    bundle.getKey().version(), version -> bundle.getValue().join());
            long effectiveAtMs =
                    entries.isEmpty() ? Long.MIN_VALUE : bundle.getKey().effectiveAtMs();
            entries.add(new CatalogueTimeline.Entry(effectiveAtMs, catalogue));
        }
        return new CatalogueTimeline(entries);
    }

    @Override
    public void close() {
        workshop.shutdownNow();
    }
}
