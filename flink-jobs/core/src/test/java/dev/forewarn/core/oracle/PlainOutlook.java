package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.score.Effect;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What time alone will bring: each day ahead is recounted and compared with the day before it. */
final class PlainOutlook {

    /** How far ahead it is told, in days. */
    static final int FARTHEST_DAYS = 400;

    private static final int MOST_CAUSES = 3;

    private final PlainDay today;

    PlainOutlook(PlainDay today) {
        this.today = today;
    }

    /**
     * A class that begins on a day.
     *
     * @param place how many days ahead, this one among them, bring any reading of the schemes something new
     */
    record Step(LocalDate day, int place, Scheme scheme, PlainStanding standing, List<String> because) {}

    /** Something that moved a score, by how much of the whole. */
    private record Moved(String id, long millionths) {}

    /** The last day of the present month. */
    PlainDay monthEnd() {
        return on(YearMonth.from(today.today()).atEndOfMonth());
    }

    private PlainDay on(LocalDate day) {
        return today.on(day);
    }

    /** The changes of fused classes within so many days, in their order. */
    List<Step> steps(int days) {
        List<Step> steps = new ArrayList<>();
        PlainDay before = today;
        int place = 0;
        List<PlainReading> known = readings(today);
        for (int ahead = 1; ahead <= days; ahead++) {
            PlainDay then = on(today.today().plusDays(ahead));
            List<PlainReading> read = readings(then);
            if (read.equals(known)) {
                continue;
            }
            place++;
            known = read;
            for (Scheme scheme : then.schemes()) {
                PlainStanding standing = then.standing(scheme);
                int from = before.standing(scheme).fusedRank();
                if (standing.fusedRank() != from) {
                    boolean isWorse = standing.fusedRank() > from;
                    steps.add(new Step(then.today(), place, scheme, standing, because(scheme, before, then, isWorse)));
                }
            }
            before = then;
        }
        return steps;
    }

    private static List<PlainReading> readings(PlainDay day) {
        Set<Integer> positions = new TreeSet<>();
        for (Scheme scheme : day.schemes()) {
            scheme.indicators().forEach(indicator -> positions.add(indicator.reading()));
            scheme.mitigations().forEach(mitigation -> positions.add(mitigation.reading()));
            scheme.direct().forEach(rule -> positions.addAll(rule.when().readings()));
        }
        return positions.stream().map(day::reading).toList();
    }

    // --- why

    /** Direct rules first: they move a class whatever the score. Then what moved most of the score. */
    private static List<String> because(Scheme scheme, PlainDay before, PlainDay then, boolean isWorse) {
        List<Scheme> both = Stream.concat(
                        Stream.of(scheme),
                        then.schemes().stream()
                                .filter(other -> other.domain().equals(Scheme.GENERAL) && !other.equals(scheme)))
                .toList();
        List<String> causes = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (Scheme one : both) {
            causes.addAll(rules(one, before, then, isWorse));
            moved.addAll(indicators(one, before, then, isWorse));
            moved.addAll(mitigations(one, before, then, isWorse));
        }
        moved.stream()
                .sorted(Comparator.comparingLong(Moved::millionths).reversed())
                .forEach(one -> causes.add(one.id()));
        return causes.subList(0, Math.min(MOST_CAUSES, causes.size()));
    }

    private static List<String> rules(Scheme scheme, PlainDay before, PlainDay then, boolean isWorse) {
        List<DirectRule> held = before.result(scheme).held();
        List<DirectRule> holds = then.result(scheme).held();
        return scheme.direct().stream()
                .filter(rule -> held.contains(rule) != holds.contains(rule))
                .filter(rule -> moves(rule.effect(), holds.contains(rule), isWorse))
                .map(DirectRule::id)
                .toList();
    }

    /** Whether a rule that begins to hold, or ceases, may move a class for the worse, or the better. */
    private static boolean moves(Effect effect, boolean begins, boolean isWorse) {
        if (effect instanceof Effect.Set) {
            return true;
        }
        return effect instanceof Effect.Lift ? begins != isWorse : begins == isWorse;
    }

    private static List<Moved> indicators(Scheme scheme, PlainDay before, PlainDay then, boolean isWorse) {
        long whole = Math.max(total(scheme, before), total(scheme, then));
        return scheme.indicators().stream()
                .filter(indicator -> isWorse
                        ? then.share(scheme, indicator) > before.share(scheme, indicator)
                        : then.share(scheme, indicator) < before.share(scheme, indicator))
                .map(indicator -> new Moved(
                        indicator.id(),
                        1_000_000 * Math.abs(then.share(scheme, indicator) - before.share(scheme, indicator)) / whole))
                .toList();
    }

    private static long total(Scheme scheme, PlainDay day) {
        return scheme.indicators().stream()
                .mapToLong(indicator -> day.share(scheme, indicator))
                .sum();
    }

    /** Mitigations that began to take something off, or ceased to. */
    private static List<Moved> mitigations(Scheme scheme, PlainDay before, PlainDay then, boolean isWorse) {
        PlainResult with = isWorse ? before.result(scheme) : then.result(scheme);
        PlainResult without = isWorse ? then.result(scheme) : before.result(scheme);
        List<Moved> moved = new ArrayList<>();
        for (int m = 0; m < scheme.mitigations().size(); m++) {
            int cut = with.cuts().get(m);
            if (cut > 0 && without.cuts().get(m) == 0) {
                moved.add(new Moved(scheme.mitigations().get(m).id(), 1_000_000L * cut / with.gross()));
            }
        }
        return moved;
    }
}
