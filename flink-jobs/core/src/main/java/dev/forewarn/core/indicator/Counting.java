package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.time.Exact;
import java.util.HashSet;
import java.util.Set;

/** Makes one number of the facts of a selection, where it matters which there are but not which day it is. */
final class Counting {

    private final Steps steps;

    Counting(Steps steps) {
        this.steps = steps;
    }

    void read(ReadingSpec spec, Measure measure, Selection selection, Reading slot) {
        switch (spec.aggregate()) {
            case COUNT -> count(spec, selection, slot);
            case SUM -> sum(spec, measure, selection, slot);
            case MAX, MIN -> extreme(spec, measure, selection, slot);
            case LAST -> last(spec, measure, selection, slot);
            case DISTINCT -> distinct(measure, selection, slot);
            case ACTIVE -> {
                steps.leave(selection);
                slot.value = Exact.of(selection.size());
            }
            case GROWTH -> growth(measure, selection, slot);
            default -> throw new IllegalStateException(spec.aggregate() + " is not a matter of counting");
        }
    }

    private void count(ReadingSpec spec, Selection selection, Reading slot) {
        long value = 0;
        for (int i = 0; i < selection.size(); i++) {
            int tier = steps.of(selection.get(i));
            slot.tierCounts[tier]++;
            value += spec.tiers().get(tier).factor();
            steps.leaves(tier, selection.get(i));
        }
        slot.value = value;
    }

    private void sum(ReadingSpec spec, Measure measure, Selection selection, Reading slot) {
        long[] sums = new long[steps.count()];
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            long value = value(measure, fact);
            if (value != Exact.ABSENT) {
                int tier = steps.of(fact);
                sums[tier] = Exact.add(sums[tier], value);
                steps.leaves(tier, fact);
            }
        }
        long total = 0;
        for (int tier = 0; tier < sums.length; tier++) {
            total = Exact.add(
                    total, Exact.times(sums[tier], spec.tiers().get(tier).factor()));
        }
        slot.value = total;
    }

    private void extreme(ReadingSpec spec, Measure measure, Selection selection, Reading slot) {
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            long value = value(measure, fact);
            if (value == Exact.ABSENT) {
                continue;
            }
            int tier = steps.of(fact);
            long weighed = Exact.times(value, spec.tiers().get(tier).factor());
            boolean isBetter = spec.aggregate() == Aggregate.MAX ? weighed > slot.value : weighed < slot.value;
            slot.value = slot.isPresent() && !isBetter ? slot.value : weighed;
            steps.leaves(tier, fact);
        }
    }

    private void last(ReadingSpec spec, Measure measure, Selection selection, Reading slot) {
        int newest = -1;
        for (int i = 0; i < selection.size(); i++) {
            if (value(measure, selection.get(i)) != Exact.ABSENT && (newest < 0 || selection.isNewer(i, newest))) {
                newest = i;
            }
        }
        if (newest >= 0) {
            Fact fact = selection.get(newest);
            int tier = steps.of(fact);
            slot.value =
                    Exact.times(value(measure, fact), spec.tiers().get(tier).factor());
            steps.leaves(tier, fact);
        }
    }

    private void growth(Measure measure, Selection selection, Reading slot) {
        int newest = -1;
        int oldest = -1;
        for (int i = 0; i < selection.size(); i++) {
            if (value(measure, selection.get(i)) != Exact.ABSENT) {
                newest = newest < 0 || selection.isNewer(i, newest) ? i : newest;
                oldest = oldest < 0 || selection.isNewer(oldest, i) ? i : oldest;
                steps.leaves(0, selection.get(i));
            }
        }
        long from = oldest < 0 || oldest == newest ? 0 : value(measure, selection.get(oldest));
        if (from > 0) {
            slot.divide(value(measure, selection.get(newest)), from);
        }
    }

    private void distinct(Measure measure, Selection selection, Reading slot) {
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            subjects.add(measure.subject().of(fact));
            steps.leaves(0, fact);
        }
        slot.value = Exact.of(subjects.size());
    }

    private static long value(Measure measure, Fact fact) {
        return measure.value() == null ? Exact.ABSENT : measure.value().of(fact);
    }
}
