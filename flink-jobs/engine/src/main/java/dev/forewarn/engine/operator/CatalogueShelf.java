package dev.forewarn.engine.operator;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.engine.state.BundleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private final long publishFromMs;
    private final Map<BundleText, CompletableFuture<Catalogue>> compiled = new HashMap<>();
    private final SortedSet<BundleText> bundles = new TreeSet<>();
    private final SortedSet<BundleText> shadows = new TreeSet<>();
    private final ExecutorService workshop;
    private @Nullable EntityStep step;
    private long validBeforeMs;
    private @Nullable EntityStep shadowStep;
    private @Nullable BundleText shadowOfStep;

    /**
     * @param spreadMs over how long after local midnight the work of a day is spread, at least 1 ms
     * @param publishFromMs what happens earlier is not published, in ms since 1970
     */
    CatalogueShelf(CatalogueCompiler compiler, long spreadMs, long publishFromMs) {
        this.compiler = compiler;
        this.spreadMs = spreadMs;
        this.publishFromMs = publishFromMs;
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
        compile(bundle);
        bundles.add(bundle);
        validBeforeMs = Math.min(validBeforeMs, bundle.effectiveAtMs());
    }

    /** Adds a checked bundle that is to be assessed beside the one in force, or the end of that. */
    void addShadow(BundleText bundle) {
        if (!bundle.isEmpty()) {
            compile(bundle);
        }
        shadows.add(bundle);
        shadowOfStep = null;
    }

    /** Begins to compile a checked bundle that is not to be in force yet. */
    void prepare(BundleText candidate) {
        compile(candidate);
    }

    /** The step under one bundle alone, whatever is in force. */
    EntityStep stepUnder(BundleText bundle) {
        compile(bundle);
        return new EntityStep(CatalogueTimeline.of(catalogueOf(bundle)), spreadMs);
    }

    /** Forgets a bundle that state no longer has. */
    void remove(BundleText bundle) {
        bundles.remove(bundle);
        discard(bundle);
        validBeforeMs = Long.MIN_VALUE;
    }

    /** Forgets a shadow that state no longer has. */
    void removeShadow(BundleText bundle) {
        shadows.remove(bundle);
        discard(bundle);
    }

    /** The bundle in force at an instant, in ms since 1970. */
    BundleText inForceAt(long instantMs) {
        BundleText inForce = lastAt(bundles, instantMs);
        return inForce == null ? bundles.first() : inForce;
    }

    /** The bundles that come into force after one, up to an instant, in ms since 1970; in order. */
    List<BundleText> inForceAfter(BundleText bundle, long instantMs) {
        return bundles.tailSet(bundle).stream()
                .filter(later -> !later.equals(bundle) && later.effectiveAtMs() <= instantMs)
                .toList();
    }

    /** The bundles that came into force before one, in order. */
    List<BundleText> before(BundleText bundle) {
        return List.copyOf(bundles.headSet(bundle));
    }

    /** What a bundle on the shelf says. */
    Catalogue catalogueOf(BundleText bundle) {
        return Objects.requireNonNull(compiled.get(bundle)).join();
    }

    /** The bundle that is assessed beside it; null if there is none. */
    @Nullable
    BundleText shadowAt(long instantMs) {
        BundleText shadow = lastAt(shadows, instantMs);
        return shadow == null || shadow.isEmpty() ? null : shadow;
    }

    /** Whether a shadow has ever been heard of, so that entities may have something of one. */
    boolean hasShadows() {
        return !shadows.isEmpty();
    }

    /** The step for a record or wake-up of an instant, in ms since 1970. */
    EntityStep stepAt(long instantMs) {
        if (step == null || instantMs >= validBeforeMs) {
            step = new EntityStep(new CatalogueTimeline(entries(bundles), publishFromMs), spreadMs);
            validBeforeMs = Long.MAX_VALUE;
        }
        return step;
    }

    /** The step of a shadow: what was in force until the shadow's instant, and from then on the shadow. */
    EntityStep stepOf(BundleText shadow) {
        if (shadowStep == null || !shadow.equals(shadowOfStep)) {
            List<BundleText> until = new ArrayList<>();
            for (BundleText bundle : bundles) {
                if (until.isEmpty() || bundle.effectiveAtMs() < shadow.effectiveAtMs()) {
                    until.add(bundle);
                }
            }
            until.add(shadow);
            shadowStep = new EntityStep(new CatalogueTimeline(entries(until), publishFromMs), spreadMs);
            shadowOfStep = shadow;
        }
        return shadowStep;
    }

    private void compile(BundleText bundle) {
        compiled.computeIfAbsent(
                bundle, added -> CompletableFuture.supplyAsync(() -> compiler.compileChecked(added.text()), workshop));
    }

    /** Forgets the compiled form of a bundle, unless it is on the shelf. */
    void discard(BundleText bundle) {
        if (!bundles.contains(bundle) && !shadows.contains(bundle)) {
            compiled.remove(bundle);
        }
    }

    private List<CatalogueTimeline.Entry> entries(Collection<BundleText> inOrder) {
        List<CatalogueTimeline.Entry> entries = new ArrayList<>();
        Map<String, Catalogue> byVersion = new HashMap<>();
        for (BundleText bundle : inOrder) {
            Catalogue catalogue = byVersion.computeIfAbsent(bundle.version(), version -> catalogueOf(bundle));
            entries.add(new CatalogueTimeline.Entry(
                    entries.isEmpty() ? Long.MIN_VALUE : bundle.effectiveAtMs(), catalogue));
        }
        return entries;
    }

    private static @Nullable BundleText lastAt(SortedSet<BundleText> inOrder, long instantMs) {
        BundleText last = null;
        for (BundleText bundle : inOrder) {
            if (bundle.effectiveAtMs() > instantMs) {
                break;
            }
            last = bundle;
        }
        return last;
    }

    @Override
    public void close() {
        workshop.shutdownNow();
    }
}
