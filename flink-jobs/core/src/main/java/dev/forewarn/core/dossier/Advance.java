package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertChange;
import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Answer;
import dev.forewarn.core.alert.Cause;
import dev.forewarn.core.alert.Desk;
import dev.forewarn.core.assess.Assessor;
import dev.forewarn.core.assess.Baselines;
import dev.forewarn.core.assess.DomainStanding;
import dev.forewarn.core.assess.Plan;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.fact.Applied;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactPacking;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.handling.Disposal;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Moves one dossier through time. What is due happens in order, each at its own instant: at one instant first the fence
 * from which on is published, then another catalogue, then the month end, then the new day, then the deadlines of
 * alerts; so the history does not depend on who woke whom when.
 */
final class Advance {

    /** No fact is of this type. */
    private static final String NOTHING = "";

    private final boolean isSource;
    private final Dossier dossier;
    private final CatalogueTimeline timeline;
    private final Map<String, Assessor> assessors;
    private final Sayings sayings;
    private Assessor assessor;
    private int entry;

    Advance(String entityId, Dossier dossier, CatalogueTimeline timeline, Map<String, Assessor> assessors) {
        this.isSource = Source.isEntity(entityId);
        this.dossier = dossier;
        this.timeline = timeline;
        this.assessors = assessors;
        this.sayings = new Sayings(entityId, dossier, timeline.publishFromMs());
        while (entry + 1 < timeline.entries().size()
                && timeline.entries().get(entry + 1).effectiveAtMs() <= dossier.clockMs) {
            entry++;
        }
        this.assessor = assessorOf(entry);
    }

    List<Output> outputs() {
        return sayings.outputs();
    }

    /** The assessor of the catalogue in force on the entity's clock. */
    Assessor assessor() {
        return assessor;
    }

    /** Lets everything happen that is due by an instant; the clock ends at the last thing done. */
    void to(long instantMs) {
        if (dossier.planFingerprint != assessor.plan().fingerprint()) {
            // The catalogue under which the rows were matched is no longer known here; the present one takes over at
            // once.
            changePlan(dossier.clockMs, days().dayOf(dossier.clockMs));
        }
        for (long due = nextDueMs(); due <= instantMs; due = nextDueMs()) {
            boolean isFence = due == fenceMs();
            dossier.clockMs = Math.max(dossier.clockMs, due);
            if (isFence) {
                passFence(due);
            } else if (due == nextEntryMs()) {
                entry++;
                assessor = assessorOf(entry);
                // At midnight the old day ends under the new catalogue: what the new day brings, time brings.
                changePlan(due, days().dayOf(due - 1));
            } else if (due == monthEndMs()) {
                closeMonth(due);
            } else {
                // What should have come earlier comes now.
                rescore(dossier.clockMs, days().dayOf(dossier.clockMs), Cause.TIME);
            }
        }
    }

    /**
     * Rescores after a fact has been applied at an instant to which the dossier has been advanced.
     *
     * @param type of the fact
     * @param changedFrom the first day of which the fact tells anything new
     */
    void onFact(long atMs, String type, int changedFrom) {
        int today = days().dayOf(atMs);
        dossier.drop(assessor.plan().retention(), today);
        settle(
                type.equals(Event.PROFILE)
                        ? assessor.assess(dossier.book, dossier.baselines, today)
                        : assessFromKnown(today, type, changedFrom),
                atMs,
                Cause.EVENT);
    }

    /**
     * Assesses a day, from what was found last if that may still hold.
     *
     * @param type of the facts that have changed since; not the profile, which may change all
     * @param changedFrom the first day of which anything is otherwise
     */
    private Assessor.Result assessFromKnown(int today, String type, int changedFrom) {
        boolean isKnown = dossier.known.length > 0 && today < dossier.nextChangeDay;
        return isKnown
                ? assessor.update(
                        dossier.book, dossier.baselines, today, dossier.known, dossier.nextChangeDay, type, changedFrom)
                : assessor.assess(dossier.book, dossier.baselines, today);
    }

    /**
     * Takes a person's step at an instant to which the dossier has been advanced. What was found becomes a fact of the
     * business where the catalogue says so.
     *
     * @return what came of it, and the facts
     */
    Handled onDisposal(Disposal disposal, long atMs) {
        int today = days().dayOf(atMs);
        dossier.drop(assessor.plan().retention(), today);
        Assessor.Result before = assessor.assess(dossier.book, dossier.baselines, today);
        Answer answer = dossier.alerts.take(disposal, before.rules(), desk(atMs));
        if (!(answer instanceof Answer.Taken taken)) {
            return new Handled(answer, List.of());
        }
        List<Event> findings = Findings.of(disposal, taken, dossier.alerts.states());
        findings.forEach(this::take);
        settle(assessor.assess(dossier.book, dossier.baselines, today), List.of(taken.change()), atMs, Cause.EVENT);
        return new Handled(answer, findings);
    }

    /** Takes what an event asserts, corrects or retracts; nothing is rescored. */
    Taken take(Event event) {
        Plan plan = assessor.plan();
        Fact version = FactPacking.pack(event, plan.catalogue().retained());
        int firstDay = dossier.book.firstDay(event.type(), version, days());
        Applied applied = dossier.book.apply(event.type(), version, plan.matches(event.type(), version));
        if (applied != Applied.DUPLICATE) {
            dossier.nextDropDay = Math.min(dossier.nextDropDay, plan.retention().keptUntil(event.type(), version));
        }
        return new Taken(applied, firstDay);
    }

    /**
     * What became of an event.
     *
     * @param firstDay the first day of which it tells anything new
     */
    record Taken(Applied applied, int firstDay) {}

    /**
     * What came of a person's step.
     *
     * @param findings the facts that it asserts or takes back
     */
    record Handled(Answer answer, List<Event> findings) {}

    /** The instant at which a silent entity must be woken: day work after a spread, deadlines of alerts on time. */
    long nextWakeMs(long spreadMs) {
        long day = Math.min(Math.min(dayChangeMs(), monthEndMs()), fenceMs());
        return Math.min(day + spreadMs, deadlineMs());
    }

    private long nextDueMs() {
        long time = Math.min(Math.min(nextEntryMs(), monthEndMs()), Math.min(dayChangeMs(), deadlineMs()));
        // Whatever may be overdue by then: the clock passes the fence at the fence.
        return Math.min(time, fenceMs());
    }

    private long nextEntryMs() {
        return entry + 1 < timeline.entries().size()
                ? timeline.entries().get(entry + 1).effectiveAtMs()
                : Long.MAX_VALUE;
    }

    /** The midnight that ends the first month that has not been classified. */
    private long monthEndMs() {
        return days().startOf(LocalDays.firstDayOf(dossier.closedMonth + 2));
    }

    private long dayChangeMs() {
        return dossier.nextChangeDay == Horizon.NEVER ? Long.MAX_VALUE : days().startOf(dossier.nextChangeDay);
    }

    private long deadlineMs() {
        if (dossier.alerts.isEmpty()) {
            return Long.MAX_VALUE;
        }
        return dossier.alerts.nextDeadlineMs(
                ruleId -> {
                    AlertRule rule = assessor.plan().rule(ruleId);
                    return rule == null ? null : rule.terms();
                },
                desk(dossier.clockMs));
    }

    private Desk desk(long atMs) {
        return new Desk(catalogue().handling(), atMs, sayings.isPublished(atMs));
    }

    /** The instant from which on is published, if it is still to come. */
    private long fenceMs() {
        return sayings.isPublished(dossier.clockMs) ? Long.MAX_VALUE : timeline.publishFromMs();
    }

    /** Says for the first time where the entity stands, and which alerts are open. */
    private void passFence(long atMs) {
        Assessor.Result result = assessor.assess(dossier.book, dossier.baselines, days().dayOf(atMs - 1));
        if (dossier.baselines.classes().isEmpty()) {
            // No month has been classified: what is raised from now on is measured against the class of now.
            dossier.baselines = result.toBaselines();
            dossier.forget();
        }
        List<AlertChange> published = dossier.alerts.publish(result.rules(), desk(atMs));
        sayings.say(assessor.plan(), result, published, atMs, Cause.SNAPSHOT);
    }

    private void changePlan(long atMs, int today) {
        dossier.planFingerprint = assessor.plan().fingerprint();
        dossier.forget();
        dossier.book.rematch(assessor.plan()::matches);
        dossier.nextDropDay = dossier.nextDrop(assessor.plan().retention());
        rescore(atMs, today, Cause.RULE_CHANGE);
    }

    /** Takes the class of the month that ends: of its last day, from the facts known before its end. */
    private void closeMonth(long atMs) {
        int month = dossier.closedMonth + 1;
        int lastDay = LocalDays.firstDayOf(month + 1) - 1;
        dossier.closedMonth = month;
        Profile profile = dossier.book.profile();
        if (isSource || dossier.book.size() == 0 || (profile != null && profile.isDeregistered(days(), lastDay))) {
            dossier.nextChangeDay = lastDay + 1;
            dossier.forgetClasses(lastDay, catalogue().correctionHorizonDays());
            return;
        }
        Assessor.Result result = assessFromKnown(lastDay, NOTHING, Horizon.NEVER);
        // What is measured against the class of the month is measured anew.
        dossier.nextChangeDay = lastDay + 1;
        sayings.close(catalogue(), month, result.headline(), result.standings(), List.of(), atMs);
        List<AlertChange> marks = dossier.alerts.classify(
                result.rules(), alert -> result.isWorse(alert.subject(), alert.reference()), atMs);
        sayings.mark(assessor.plan(), result, marks, atMs);
        dossier.baselines = result.toBaselines();
    }

    /** Takes the official platform's classes, at an instant to which the dossier has been advanced. */
    void onOfficial(OfficialClass official, long atMs) {
        Baselines before = dossier.baselines;
        dossier.baselines = before.with(official);
        if (dossier.baselines.equals(before)) {
            return;
        }
        if (official.month() == dossier.closedMonth && !before.classes().isEmpty()) {
            reconcile(official.month(), atMs);
        }
        rescore(atMs, days().dayOf(atMs), Cause.EVENT);
    }

    private void reconcile(int month, long atMs) {
        int lastDay = LocalDays.firstDayOf(month + 1) - 1;
        Assessor.Result known = assessor.assess(dossier.book, dossier.baselines, lastDay);
        List<DomainStanding> closed = dossier.baselines.classes().stream()
                .map(Baselines.Baseline::standing)
                .toList();
        sayings.close(catalogue(), month, known.headlineOf(closed), closed, known.reconcile(dossier.baselines), atMs);
    }

    private void rescore(long atMs, int today, Cause cause) {
        dossier.drop(assessor.plan().retention(), today);
        settle(assessor.assess(dossier.book, dossier.baselines, today), atMs, cause);
    }

    private void settle(Assessor.Result result, long atMs, Cause cause) {
        settle(result, List.of(), atMs, cause);
    }

    /** @param before what has changed already at this instant */
    private void settle(Assessor.Result result, List<AlertChange> before, long atMs, Cause cause) {
        List<AlertChange> changes = new ArrayList<>(before);
        changes.addAll(dossier.alerts.settle(result.rules(), desk(atMs), cause));
        dossier.nextChangeDay = result.nextChange();
        if (result.rules().isDeregistered()) {
            // Nobody asked the rules.
            dossier.forget();
        } else {
            dossier.known = result.known();
        }
        long digest = result.digest() ^ (dossier.isSaturated ? 1 : 0);
        if (!changes.isEmpty() || digest != dossier.publishedDigest) {
            sayings.say(assessor.plan(), result, changes, atMs, cause);
        }
        dossier.publishedDigest = digest;
    }

    private LocalDays days() {
        return catalogue().days();
    }

    private Catalogue catalogue() {
        return assessor.plan().catalogue();
    }

    private Assessor assessorOf(int position) {
        String version = timeline.entries().get(position).catalogue().version();
        return java.util.Objects.requireNonNull(assessors.get(version));
    }
}
