package dev.forewarn.engine.operator;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.SourceNote;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the watch over sources which of them the catalogue in force names, and on which days one subtask has heard
 * them: each source once a day. Nothing of it is stored; after a restart notes are repeated, which says nothing new.
 */
final class Hearing {

    private final CatalogueShelf shelf;
    private final Consumer<SourceNote> notes;
    private final Map<String, Integer> newestDays = new HashMap<>();
    private @Nullable BundleText told;

    /** @param notes hears what is new */
    Hearing(CatalogueShelf shelf, Consumer<SourceNote> notes) {
        this.shelf = shelf;
        this.notes = notes;
    }

    /**
     * An event has come. A late one is judged by the catalogue in force by now: what that no longer names is not to be
     * watched again.
     *
     * @param reachedMs up to where time has come, in ms since 1970
     */
    void hear(String key, long recordedAtMs, long reachedMs) {
        long atMs = Math.max(recordedAtMs, reachedMs);
        if (told == null) {
            tell(shelf.inForceAt(atMs), atMs);
        }
        Catalogue catalogue = shelf.stepAt(atMs).catalogueAt(atMs);
        Source source = catalogue.source(key);
        if (source == null) {
            return;
        }
        int day = catalogue.days().dayOf(recordedAtMs);
        Integer newest = newestDays.get(key);
        if (newest == null || newest < day) {
            newestDays.put(key, day);
            say(SourceNote.Kind.HEARD, source, catalogue, catalogue.days().startOf(day));
        }
    }

    /** Time has come to an instant, in ms since 1970: says what the catalogues name that have taken effect since. */
    void reach(long reachedMs) {
        if (told == null) {
            tell(shelf.inForceAt(reachedMs), reachedMs);
            return;
        }
        for (BundleText bundle : shelf.inForceAfter(told, reachedMs)) {
            tell(bundle, bundle.effectiveAtMs());
        }
    }

    /** A bundle that has always been in force names its sources from the first instant that is known. */
    private void tell(BundleText bundle, long firstMs) {
        told = bundle;
        boolean isOld = bundle.effectiveAtMs() != BundleText.ALWAYS && bundle.effectiveAtMs() < firstMs;
        long atMs = isOld ? bundle.effectiveAtMs() : firstMs;
        Catalogue catalogue = shelf.catalogueOf(bundle);
        Set<String> named = new HashSet<>();
        for (Source source : catalogue.sources()) {
            named.add(source.key());
            say(SourceNote.Kind.NAMED, source, catalogue, atMs);
        }
        newestDays.keySet().retainAll(named);
        for (BundleText earlier : shelf.before(bundle)) {
            for (Source source : shelf.catalogueOf(earlier).sources()) {
                if (named.add(source.key())) {
                    say(SourceNote.Kind.DROPPED, source, catalogue, atMs);
                }
            }
        }
    }

    private void say(SourceNote.Kind kind, Source source, Catalogue catalogue, long atMs) {
        notes.accept(new SourceNote(
                kind,
                source.key(),
                atMs,
                catalogue.days().dayOf(atMs),
                source.allowedDays(),
                catalogue.days().zone().getId()));
    }
}
