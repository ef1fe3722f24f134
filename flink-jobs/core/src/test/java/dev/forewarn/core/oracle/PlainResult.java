package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.DirectRule;
import dev.forewarn.core.catalogue.Mitigation;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.score.Effect;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The score and class of one scheme on one day, before fusion. */
final class PlainResult {

    /** Which part of a business is looked at. */
    enum View {
        ALL,
        /** What it is, not what it does: no mitigation and no direct rule either. */
        STATIC,
        /** Nothing: the scheme does not apply. */
        NOTHING
    }

    private final PlainDay day;
    private final Scheme scheme;
    private final View view;
    private final int margin;

    PlainResult(PlainDay day, Scheme scheme, View view, int margin) {
        this.day = day;
        this.scheme = scheme;
        this.view = view;
        this.margin = margin;
    }

    Scheme scheme() {
        return scheme;
    }

    int classes() {
        return scheme.bands().labels().size();
    }

    // --- score

    private boolean counts(Indicator indicator) {
        return view == View.ALL || (view == View.STATIC && indicator.isStatic());
    }

    /** The score before anything was taken off. */
    int gross() {
        long share = scheme.indicators().stream()
                .filter(this::counts)
                .mapToLong(indicator -> day.share(scheme, indicator))
                .sum();
        return PlainScore.score(scheme.combination(), share, scheme.scale());
    }

    /** What each mitigation takes off, in their order. */
    List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        int left = gross();
        for (Mitigation mitigation : scheme.mitigations()) {
            int cut = view == View.ALL && day.isAboveZero(mitigation.reading()) ? cut(mitigation, left) : 0;
            cuts.add(cut);
            left -= cut;
        }
        return cuts;
    }

    private static int cut(Mitigation mitigation, int score) {
        int part = BigDecimal.valueOf(mitigation.share(), 4)
                .multiply(BigDecimal.valueOf(score))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        int room = Math.max(0, score - mitigation.floor());
        return Math.min(room, part + mitigation.points());
    }

    /** The score as it is, without the margin. */
    int ownScore() {
        return gross() - cuts().stream().mapToInt(cut -> cut).sum();
    }

    int score() {
        return view == View.NOTHING ? 0 : Math.min(scheme.scale(), ownScore() + margin);
    }

    // --- class

    List<DirectRule> held() {
        return view == View.ALL
                ? scheme.direct().stream()
                        .filter(rule -> day.holds(rule.when()))
                        .toList()
                : List.of();
    }

    int rankByScore() {
        return (int)
                scheme.bands().cuts().stream().filter(cut -> score() >= cut).count();
    }

    /** Sets come first, then floors, then shifts, then lifts. */
    int rank() {
        int rank = sets().stream().max(Integer::compare).orElse(rankByScore());
        rank = Math.max(rank, best());
        for (DirectRule rule : held()) {
            if (rule.effect() instanceof Effect.Shift shift) {
                int worst = Math.min(classes() - 1, shift.cap());
                rank = rank >= worst ? rank : Math.min(worst, rank + shift.by());
            }
        }
        for (DirectRule rule : held()) {
            if (rule.effect() instanceof Effect.Lift lift) {
                rank = Math.max(rank - lift.by(), best());
            }
        }
        return rank;
    }

    private List<Integer> sets() {
        return held().stream()
                .filter(rule -> rule.effect() instanceof Effect.Set)
                .map(rule -> ((Effect.Set) rule.effect()).rank())
                .toList();
    }

    /** The best class that sets and floors leave open. */
    int best() {
        int best = sets().stream().max(Integer::compare).orElse(0);
        for (DirectRule rule : held()) {
            best = rule.effect() instanceof Effect.Floor floor ? Math.max(best, floor.rank()) : best;
        }
        return best;
    }

    boolean isWorstByRule() {
        return sets().contains(classes() - 1);
    }

    /** Whether anything that the business does speaks against it. */
    boolean isMoving() {
        boolean isEarning = scheme.indicators().stream()
                .anyMatch(indicator -> !indicator.isStatic() && day.share(scheme, indicator) > 0);
        return view == View.ALL && (isEarning || !held().isEmpty());
    }
}
