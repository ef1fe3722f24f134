package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.Window;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads an aggregate off the facts of a day. Not for use by two threads at once. */
public final class Reader {

    private final LocalDays days;
    private final Selection selection;
    private final int[] oldestDays = new int[ReadingSpec.MOST_TIERS];

    public Reader(LocalDays days) {
        this.days = days;
        this.selection = new Selection(days);
        Arrays.fill(oldestDays, Horizon.NEVER);
    }

    /** An empty slot for a reading. */
    public static Reading slot(ReadingSpec spec) {
        return new Reading(spec.tiers().size());
    }

    /**
     * Fills a slot.
     *
     * @param firstDays for each step of the decay the first day that counts today
     * @param untilDay the reading need not say when it changes if that is on this day or later
     */
    public void read(
            ReadingSpec spec,
            MeasurePlan plan,
            MeasurePlan.Sections sections,
            int[] firstDays,
            int today,
            int untilDay,
            Reading slot) {
        slot.reset();
        int firstDay = firstDays[firstDays.length - 1];
        selection.fill(plan, sections, firstDay, today, spec.aggregate().isOfOpenFacts());
        slot.until(selection.nextDay());
        switch (spec.aggregate()) {
            case COUNT -> count(spec, firstDays, slot);
            case SUM -> sum(spec, plan.measure(), firstDays, slot);
            case MAX, MIN -> extreme(spec, plan.measure(), firstDays, slot);
            case LAST -> last(spec, plan.measure(), firstDays, slot);
            case DISTINCT -> distinct(plan.measure(), slot);
            case ACTIVE -> active(slot);
            case DAYS_SINCE -> daysSince(today, slot);
            case DAYS_TO -> daysTo(today, slot);
            case OVERDUE_DAYS -> overdueDays(today, slot);
        }
        watchSteps(spec, untilDay, slot);
    }

    /** The facts that a reading counts today, for evidence; the order is that of the sections. */
    public List<Fact> facts(ReadingSpec spec, MeasurePlan plan, MeasurePlan.Sections sections, int today) {
        selection.fill(
                plan,
                sections,
                spec.window().firstCounted(today),
                today,
                spec.aggregate().isOfOpenFacts());
        return java.util.stream.IntStream.range(0, selection.size())
                .mapToObj(selection::get)
                .toList();
    }

    private void count(ReadingSpec spec, int[] firstDays, Reading slot) {
        long value = 0;
        for (int i = 0; i < selection.size(); i++) {
            int tier = tierOf(selection.get(i), firstDays);
            slot.tierCounts[tier]++;
            value += spec.tiers().get(tier).factor();
            leaves(tier, selection.get(i));
        }
        slot.value = value;
    }

    private void sum(ReadingSpec spec, Measure measure, int[] firstDays, Reading slot) {
        long[] sums = new long[firstDays.length];
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            long value = value(measure, fact);
            if (value != Exact.ABSENT) {
                int tier = tierOf(fact, firstDays);
                sums[tier] = Exact.add(sums[tier], value);
                leaves(tier, fact);
            }
        }
        long total = 0;
        for (int tier = 0; tier < sums.length; tier++) {
            total = Exact.add(
                    total, Exact.times(sums[tier], spec.tiers().get(tier).factor()));
        }
        slot.value = total;
    }

    private void extreme(ReadingSpec spec, Measure measure, int[] firstDays, Reading slot) {
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            long value = value(measure, fact);
            if (value == Exact.ABSENT) {
                continue;
            }
            int tier = tierOf(fact, firstDays);
            long weighed = Exact.times(value, spec.tiers().get(tier).factor());
            boolean isBetter = spec.aggregate() == Aggregate.MAX ? weighed > slot.value : weighed < slot.value;
            slot.value = slot.isPresent() && !isBetter ? slot.value : weighed;
            leaves(tier, fact);
        }
    }

    private void last(ReadingSpec spec, Measure measure, int[] firstDays, Reading slot) {
        Fact newest = null;
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            if (value(measure, fact) != Exact.ABSENT && (newest == null || isNewer(fact, newest))) {
                newest = fact;
            }
        }
        if (newest != null) {
            int tier = tierOf(newest, firstDays);
            slot.value =
                    Exact.times(value(measure, newest), spec.tiers().get(tier).factor());
            leaves(tier, newest);
        }
    }

    private void distinct(Measure measure, Reading slot) {
        if (selection.size() == 1) {
            leaves(0, selection.get(0));
            slot.value = Exact.ONE;
            return;
        }
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            subjects.add(measure.subject().of(fact));
            leaves(0, fact);
        }
        slot.value = Exact.of(subjects.size());
    }

    private void active(Reading slot) {
        for (int i = 0; i < selection.size(); i++) {
            leaves(0, selection.get(i));
        }
        slot.value = Exact.of(selection.size());
    }

    private void daysSince(int today, Reading slot) {
        int newest = Integer.MIN_VALUE;
        for (int i = 0; i < selection.size(); i++) {
            newest = Math.max(newest, selection.get(i).occurredDay(days));
            leaves(0, selection.get(i));
        }
        if (newest != Integer.MIN_VALUE) {
            slot.value = Exact.of(today - newest);
            slot.slope = 1;
        }
    }

    private void daysTo(int today, Reading slot) {
        int nearest = Horizon.NEVER;
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            long deadlineMs = fact.dueAtMs() != Exact.ABSENT ? fact.dueAtMs() : fact.endedAtMs();
            leaves(0, fact);
            if (deadlineMs != Exact.ABSENT && days.dayOf(deadlineMs) >= today) {
                nearest = Math.min(nearest, days.dayOf(deadlineMs));
            }
        }
        if (nearest != Horizon.NEVER) {
            slot.value = Exact.of(nearest - today);
            slot.slope = -1;
            slot.until(nearest + 1);
        }
    }

    private void overdueDays(int today, Reading slot) {
        int oldest = Horizon.NEVER;
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            if (fact.dueAtMs() != Exact.ABSENT) {
                oldest = Math.min(oldest, days.dayOf(fact.dueAtMs()));
                leaves(0, fact);
            }
        }
        boolean isOverdue = oldest < today;
        slot.value = isOverdue ? Exact.of(today - oldest) : 0;
        slot.slope = isOverdue ? 1 : 0;
        if (!isOverdue && oldest != Horizon.NEVER) {
            slot.until(oldest + 1);
        }
    }

    private static long value(Measure measure, Fact fact) {
        return measure.value() == null ? Exact.ABSENT : measure.value().of(fact);
    }

    private boolean isNewer(Fact fact, Fact other) {
        if (fact.occurredAtMs() != other.occurredAtMs()) {
            return fact.occurredAtMs() > other.occurredAtMs();
        }
        return fact.recordKey().compareTo(other.recordKey()) > 0;
    }

    private int tierOf(Fact fact, int[] firstDays) {
        int day = fact.occurredDay(days);
        int tier = 0;
        while (day < firstDays[tier]) {
            tier++;
        }
        return tier;
    }

    /** Notes that the reading rests on a fact, so that it changes when the fact leaves its step. */
    private void leaves(int tier, Fact fact) {
        oldestDays[tier] = Math.min(oldestDays[tier], fact.occurredDay(days));
    }

    /**
     * Of the facts of one step the oldest leaves first: one look at the calendar for each step, and none where it is
     * late.
     */
    private void watchSteps(ReadingSpec spec, int untilDay, Reading slot) {
        for (int tier = 0; tier < spec.tiers().size(); tier++) {
            int oldest = oldestDays[tier];
            if (oldest != Horizon.NEVER) {
                Window window = spec.tiers().get(tier).window();
                int rough = window.roughlyPlus(oldest);
                slot.until(rough >= untilDay ? rough : window.plus(oldest));
                oldestDays[tier] = Horizon.NEVER;
            }
        }
    }
}
