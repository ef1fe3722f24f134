package dev.forewarn.core.indicator;

import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.core.time.WorkingDays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;

/** Numbers that depend on which day it is: days since and to, and what was due and not done. */
final class Deadlines {

    private final LocalDays days;
    private final WorkingDays workingDays;
    private final Steps steps;

    Deadlines(LocalDays days, WorkingDays workingDays, Steps steps) {
        this.days = days;
        this.workingDays = workingDays;
        this.steps = steps;
    }

    void daysSince(Selection selection, int today, Reading slot) {
        int newest = Integer.MIN_VALUE;
        for (int i = 0; i < selection.size(); i++) {
            newest = Math.max(newest, selection.get(i).occurredDay(days));
        }
        steps.leave(selection);
        if (newest != Integer.MIN_VALUE) {
            slot.value = Exact.of(today - newest);
            slot.slope = 1;
        }
    }

    void daysTo(ReadingSpec spec, Selection selection, int today, Reading slot) {
        int nearest = Horizon.NEVER;
        for (int i = 0; i < selection.size(); i++) {
            int deadline = dueDay(spec, selection.get(i), true);
            nearest = deadline >= today ? Math.min(nearest, deadline) : nearest;
        }
        steps.leave(selection);
        if (nearest != Horizon.NEVER) {
            slot.value = Exact.of(nearest - today);
            slot.slope = -1;
            slot.until(nearest + 1);
        }
    }

    void overdueDays(ReadingSpec spec, Selection selection, int today, Reading slot) {
        int oldest = Horizon.NEVER;
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            int due = dueDay(spec, fact, false);
            if (due != Horizon.NEVER) {
                oldest = Math.min(oldest, due);
                steps.leaves(0, fact);
            }
        }
        since(oldest, today, slot);
    }

    private static void since(int due, int today, Reading slot) {
        boolean isOverdue = due < today;
        slot.value = isOverdue ? Exact.of(today - due) : 0;
        slot.slope = isOverdue ? 1 : 0;
        if (!isOverdue && due != Horizon.NEVER) {
            slot.until(due + 1);
        }
    }

    void late(
            ReadingSpec spec,
            MeasurePlan plan,
            MeasurePlan.Sections sections,
            Selection selection,
            int today,
            Reading slot) {
        int count = 0;
        for (int i = 0; i < selection.size(); i++) {
            Fact fact = selection.get(i);
            if (isLate(spec, plan, sections, selection, fact, today)) {
                count++;
                steps.leaves(0, fact);
            } else {
                slot.until(mayBeLate(spec, plan, sections, selection, fact, today));
            }
        }
        slot.value = Exact.of(count);
    }

    boolean isLate(
            ReadingSpec spec,
            MeasurePlan plan,
            MeasurePlan.Sections sections,
            Selection selection,
            Fact fact,
            int today) {
        int due = dueDay(spec, fact, false);
        int ended = selection.endDay(plan, sections, fact, today);
        return due != Horizon.NEVER && Math.min(today, ended) > due;
    }

    /** The day on which a fact that is in time becomes late if nothing ends it before. */
    private int mayBeLate(
            ReadingSpec spec,
            MeasurePlan plan,
            MeasurePlan.Sections sections,
            Selection selection,
            Fact fact,
            int today) {
        int due = dueDay(spec, fact, false);
        boolean isOver = due == Horizon.NEVER || selection.endDay(plan, sections, fact, today) <= due;
        return isOver ? Horizon.NEVER : due + 1;
    }

    /**
     * The day by which something must have been done about a fact, or {@link Horizon#NEVER}.
     *
     * @param orEnd whether the day of its end stands in where it has no due day
     */
    private int dueDay(ReadingSpec spec, Fact fact, boolean orEnd) {
        Detail.Due due = spec.detail() instanceof Detail.Due said ? said : null;
        if (due != null && due.isAfter()) {
            return workingDays.plus(fact.occurredDay(days), due.workingDays());
        }
        boolean mayBeEnd = orEnd || due != null;
        long ownMs = fact.dueAtMs() != Exact.ABSENT || !mayBeEnd ? fact.dueAtMs() : fact.endedAtMs();
        if (ownMs == Exact.ABSENT) {
            return Horizon.NEVER;
        }
        int own = days.dayOf(ownMs);
        return due == null ? own : workingDays.plus(own, -due.workingDays());
    }

    // --- yearly duties

    void missed(
            ReadingSpec spec,
            Measure measure,
            MeasurePlan.Sections sections,
            Selection selection,
            int today,
            Reading slot) {
        slot.value = 0;
        Fact profile = sections.profile();
        if (profile == null) {
            return;
        }
        Detail.Yearly duty = (Detail.Yearly) spec.detail();
        int newest = LocalDate.ofEpochDay(today).getYear() - 1;
        newest -= dueDay(duty, newest) < today ? 0 : 1;
        slot.until(dueDay(duty, newest + 1) + 1);
        steps.leave(selection);
        int first = Math.max(
                duty.firstYear(),
                LocalDate.ofEpochDay(profile.occurredDay(days)).getYear());
        Set<String> fulfilled = subjects(measure, selection);
        int year = newest;
        while (year >= first && newest - year < duty.most() && !fulfilled.contains(Integer.toString(year))) {
            year--;
        }
        if (spec.aggregate() == Aggregate.MISSED_YEARS) {
            slot.value = Exact.of(newest - year);
        } else if (year < newest) {
            since(dueDay(duty, year + 1), today, slot);
        }
    }

    private static Set<String> subjects(Measure measure, Selection selection) {
        Set<String> subjects = new HashSet<>();
        for (int i = 0; i < selection.size(); i++) {
            subjects.add(measure.subject().of(selection.get(i)));
        }
        return subjects;
    }

    private static int dueDay(Detail.Yearly duty, int year) {
        YearMonth month = YearMonth.of(year + 1, duty.month());
        return (int) month.atDay(Math.min(duty.day(), month.lengthOfMonth())).toEpochDay();
    }
}
