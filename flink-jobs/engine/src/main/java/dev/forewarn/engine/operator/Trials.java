package dev.forewarn.engine.operator;

import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.engine.state.BundleText;
import dev.forewarn.engine.state.StateSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * Tries candidates on the entities of one subtask, one after the other: how many would be in a worse headline class
 * than under the catalogue in force, on the facts and the day of the trial. Nothing is stored and nothing said but the
 * counts. A candidate that was published before the job started is tried once time has passed its publication, so that
 * a job that reads an old log anew tries it on what is known then, and not on an empty town.
 */
final class Trials implements AutoCloseable {

    /** Which of how many subtasks this is. */
    record Share(int subtask, int subtasks) {}

    /** A candidate and the instant that time must have passed. */
    private record Entrant(BundleNews candidate, long notBeforeMs) {}

    private final Walk walk;
    private final CatalogueShelf shelf;
    private final ValueState<byte[]> dossier;
    private final Share share;
    private final Consumer<Tally> tallies;
    private final Deque<Entrant> waiting = new ArrayDeque<>();
    private final Set<Long> known = new HashSet<>();
    private @Nullable Trial trial;

    /** @param tallies hears what has been found */
    Trials(Walk walk, CatalogueShelf shelf, ValueState<byte[]> dossier, Share share, Consumer<Tally> tallies) {
        this.walk = walk;
        this.shelf = shelf;
        this.dossier = dossier;
        this.share = share;
        this.tallies = tallies;
    }

    /** Puts a candidate that is published while the job runs at the end of the line, unless it has been there. */
    void add(BundleNews candidate) {
        add(candidate, Long.MIN_VALUE);
    }

    /** The same for one that was left undecided when the job started. */
    void addLeftOver(BundleNews candidate) {
        add(candidate, candidate.bundle().publishedAtMs());
    }

    private void add(BundleNews candidate, long notBeforeMs) {
        if (known.add(candidate.about().offset())) {
            shelf.prepare(candidate.bundle());
            waiting.add(new Entrant(candidate, notBeforeMs));
        }
    }

    /**
     * Begins with the first candidate that it is time for, unless a trial is under way. The catalogue that is in force,
     * published once more, moves nobody and need not wait: an installation publishes the one that it begins with, and
     * its clock may never come to that day.
     */
    void startIfDue(long reachedMs) {
        if (trial != null) {
            return;
        }
        BundleText inForce = shelf.inForceAt(reachedMs);
        for (Entrant entrant : waiting) {
            boolean isInForce = entrant.candidate().bundle().version().equals(inForce.version());
            if (isInForce || entrant.notBeforeMs() <= reachedMs) {
                waiting.remove(entrant);
                start(entrant.candidate(), inForce, reachedMs);
                return;
            }
        }
    }

    private void start(BundleNews next, BundleText inForce, long reachedMs) {
        Trial started =
                new Trial(next, inForce.version(), shelf.stepUnder(inForce), shelf.stepUnder(next.bundle()), reachedMs);
        shelf.discard(next.bundle());
        trial = started;
        walk.start(List.of(StateSchema.dossier().getName()), entityId -> started.ask(entityId, dossier.value()), () -> {
            trial = null;
            tallies.accept(started.tally(share));
            startIfDue(reachedMs);
        });
    }

    /** Ends at once what is under way. */
    void finish() throws Exception {
        walk.finish();
    }

    @Override
    public void close() {
        walk.close();
    }

    /** One candidate against the catalogue in force. */
    private static final class Trial {

        private final BundleNews candidate;
        private final String previousVersion;
        private final EntityStep before;
        private final EntityStep after;
        private final long atMs;
        private long entities;
        private long worse;
        private long better;

        Trial(BundleNews candidate, String previousVersion, EntityStep before, EntityStep after, long atMs) {
            this.candidate = candidate;
            this.previousVersion = previousVersion;
            this.before = before;
            this.after = after;
            this.atMs = atMs;
        }

        /** False: asking changes nothing. */
        boolean ask(String entityId, byte @Nullable [] packed) {
            if (packed != null && !Source.isEntity(entityId)) {
                int change = after.headlineRank(packed, atMs) - before.headlineRank(packed, atMs);
                entities++;
                worse += change > 0 ? 1 : 0;
                better += change < 0 ? 1 : 0;
            }
            return false;
        }

        Tally tally(Share share) {
            return new Tally(
                    candidate.about(),
                    candidate.bundle().version(),
                    previousVersion,
                    share.subtask(),
                    share.subtasks(),
                    entities,
                    worse,
                    better);
        }
    }
}
