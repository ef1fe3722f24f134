package dev.forewarn.cli.catalogue;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Standing;
import dev.forewarn.cli.history.EntityLog;
import dev.forewarn.cli.history.EventLog;
import dev.forewarn.cli.history.Playback;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.dossier.EntityStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which businesses change class from one catalogue to another: the log of each is lived through twice, as if each
 * catalogue had always been in force.
 *
 * @param entities businesses that were assessed
 * @param worse those whose worst class becomes worse
 * @param better those whose worst class becomes better
 * @param moves all that change class in any domain, by their ids
 */
public record ClassChanges(int entities, int worse, int better, List<Move> moves) {

    /** The class of a business that does not stand in a domain. */
    public static final String NONE = "-";

    public ClassChanges {
        moves = List.copyOf(moves);
    }

    /** A business whose class changes in a domain. */
    public record Move(String entityId, String domain, String before, String after, int scoreBefore, int scoreAfter) {}

    /** Lives through the whole log, up to the instant that it has come to. */
    public static ClassChanges of(EventLog log, Catalogue before, Catalogue after) {
        Comparison comparison = new Comparison(before, after, log.newestMs());
        log.forEach(comparison::add);
        return new ClassChanges(comparison.entities, comparison.worse, comparison.better, comparison.moves);
    }

    /** How many move from which class to which, by domain. */
    public Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        moves.forEach(move -> counts.computeIfAbsent(move.domain(), domain -> new TreeMap<>())
                .merge(move.before() + " → " + move.after(), 1, Integer::sum));
        return counts;
    }

    /** One entity after the other under both catalogues. */
    private static final class Comparison {

        private final EntityStep before;
        private final EntityStep after;
        private final Catalogue afterwards;
        private final long atMs;
        private final List<Move> moves = new ArrayList<>();
        private int entities;
        private int worse;
        private int better;

        private Comparison(Catalogue before, Catalogue after, long atMs) {
            this.before = new EntityStep(CatalogueTimeline.of(before));
            this.after = new EntityStep(CatalogueTimeline.of(after));
            this.afterwards = after;
            this.atMs = atMs;
        }

        private void add(EntityLog log) {
            Optional<Assessment> old = assess(before, log);
            Optional<Assessment> changed = assess(after, log);
            if (old.isEmpty() || changed.isEmpty()) {
                return;
            }
            entities++;
            int step = rank(changed.get().getHeadlineClass()) - rank(old.get().getHeadlineClass());
            worse += step > 0 ? 1 : 0;
            better += step < 0 ? 1 : 0;
            Map<String, Standing> from = byDomain(old.get());
            Map<String, Standing> to = byDomain(changed.get());
            Map<String, Standing> all = new TreeMap<>(from);
            all.putAll(to);
            for (String domain : all.keySet()) {
                move(
                        log.entityId(),
                        domain,
                        Optional.ofNullable(from.get(domain)),
                        Optional.ofNullable(to.get(domain)));
            }
        }

        private void move(String entityId, String domain, Optional<Standing> from, Optional<Standing> to) {
            String before = from.map(Standing::getFusedClass).orElse(NONE);
            String after = to.map(Standing::getFusedClass).orElse(NONE);
            if (!before.equals(after)) {
                moves.add(new Move(
                        entityId,
                        domain,
                        before,
                        after,
                        from.map(Standing::getScore).orElse(0),
                        to.map(Standing::getScore).orElse(0)));
            }
        }

        private Optional<Assessment> assess(EntityStep step, EntityLog log) {
            Playback playback = new Playback(step, log.entityId());
            log.steps().forEach(known -> known.accept(playback));
            return playback.rollTo(atMs).assessment(atMs);
        }

        /** The rank of a class by the schemes of the new catalogue; 0 for one that none of them knows. */
        private int rank(String label) {
            return afterwards.schemes().stream()
                    .mapToInt(scheme -> scheme.bands().rankOf(label))
                    .max()
                    .orElse(0);
        }

        private static Map<String, Standing> byDomain(Assessment assessment) {
            Map<String, Standing> standings = new TreeMap<>();
            assessment.getStandings().forEach(standing -> standings.put(standing.getDomain(), standing));
            return standings;
        }
    }
}
