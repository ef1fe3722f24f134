package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;

/** Reads an aggregate off the facts of a day. Not for use by two threads at once. */
public final class Reader {

    private final LocalDays days;
    private final Selection selection;
    private final Steps steps;
    private final Counting counting;
    private final Grouping grouping;
    private final Deadlines deadlines;
    private final Chances chances;

    public Reader(LocalDays days, WorkingDays workingDays) {
        this.days = days;
        this.selection = new Selection(days);
        this.steps = new Steps(days);
        this.counting = new Counting(steps);
        this.grouping = new Grouping(days, steps, counting);
        this.deadlines = new Deadlines(days, workingDays, steps);
        this.chances = new Chances(steps);
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
            ReadingPlan plan, MeasurePlan.Sections sections, int[] firstDays, int today, int untilDay, Reading slot) {
        slot.reset();
        steps.begin(firstDays);
        selection.fill(plan.spec(), plan.measure(), sections, firstDays[firstDays.length - 1], today);
        slot.until(selection.nextDay());
        compute(plan, sections, today, slot);
        steps.watch(plan.spec(), untilDay, slot);
    }

    private void compute(ReadingPlan plan, MeasurePlan.Sections sections, int today, Reading slot) {
        ReadingSpec spec = plan.spec();
        Measure measure = plan.measure().measure();
        switch (spec.aggregate()) {
            case COUNT, SUM, MAX, MIN, LAST, DISTINCT, ACTIVE, GROWTH -> {
                Taking.Per per = spec.taking().per();
                if (per == null) {
                    counting.read(spec, measure, selection, slot);
                } else {
                    grouping.read(spec, per, measure, selection, slot);
                }
            }
            case DAYS_SINCE -> deadlines.daysSince(selection, today, slot);
            case DAYS_TO -> deadlines.daysTo(spec, selection, today, slot);
            case OVERDUE_DAYS -> deadlines.overdueDays(spec, selection, today, slot);
            case LATE -> deadlines.late(spec, plan.measure(), sections, selection, today, slot);
            case RATIO -> ratio(plan, today, slot);
            case EXCESS, BURST -> chances.read(spec, sections.profile(), selection, slot);
            case MISSED_YEARS, MISSED_DAYS -> deadlines.missed(spec, measure, sections, selection, today, slot);
            case PATTERN -> throw new IllegalStateException("a pattern is a condition; it reads no measure");
        }
    }

    private void ratio(ReadingPlan plan, int today, Reading slot) {
        Detail.Share share = (Detail.Share) plan.spec().detail();
        long part = share.priorPart();
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            if (plan.part() != null && plan.part().takes(selection.type(i), fact)) {
                int from = share.partFrom() == null ? today : share.partFrom().plus(fact.occurredDay(days));
                part += from <= today ? Exact.ONE : 0;
                if (from > today) {
                    slot.until(from);
                }
            }
        }
        steps.leave(selection);
        long whole = share.priorWhole() + Exact.of(selection.size());
        if (selection.size() >= share.least() && whole > 0) {
            slot.divide(part, whole);
        }
    }

    /** Is shown a fact and the position of its type. */
    @FunctionalInterface
    public interface FactVisitor {
        void visit(int type, Fact fact);
    }

    /**
     * Shows the facts that a reading rests on today, for evidence, each once and in no particular order.
     *
     * @param firstDays for each step of the decay the first day that counts today
     */
    public void facts(
            ReadingPlan plan, MeasurePlan.Sections sections, int[] firstDays, int today, FactVisitor visitor) {
        ReadingSpec spec = plan.spec();
        boolean isShort = spec.aggregate() == Aggregate.EXCESS || spec.aggregate() == Aggregate.BURST;
        selection.fill(spec, plan.measure(), sections, firstDays[isShort ? 0 : firstDays.length - 1], today);
        Taking.Per per = spec.taking().per();
        if (per != null) {
            steps.begin(firstDays);
            grouping.facts(spec, per, plan.measure().measure(), selection, visitor);
            return;
        }
        // What is not there is no fact.
        boolean isOfMissing = spec.aggregate() == Aggregate.MISSED_YEARS || spec.aggregate() == Aggregate.MISSED_DAYS;
        for (int i = 0; i < selection.size() && !isOfMissing; i++) {
            Fact fact = selection.get(i);
            if (spec.aggregate() != Aggregate.LATE
                    || deadlines.isLate(spec, plan.measure(), sections, selection, fact, today)) {
                visitor.visit(selection.type(i), fact);
            }
        }
    }
}
