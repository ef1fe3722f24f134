package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertBook;
import dev.forewarn.core.assess.Baselines;
import dev.forewarn.core.assess.Retention;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.time.Horizon;
import dev.forewarn.core.time.LocalDays;
import java.util.List;

/** What the engine keeps about one entity, unpacked for one step. Bounded by the bounds of its rows and alerts. */
final class Dossier {

    private static final byte[] NOTHING = new byte[0];

    final FactBook book;
    final AlertBook alerts;

    /** The greatest instant of the entity's log so far, in ms. */
    long clockMs;

    /** Fingerprint of the plan under which the rows were last matched. */
    long planFingerprint;

    /** The next day on which the standing or a rule may change by time alone. */
    int nextChangeDay;

    /** What was found when this was last worked out, valid until {@link #nextChangeDay}; empty if nothing is. */
    byte[] known = NOTHING;

    /** The next day on which a row may go. */
    int nextDropDay;

    /** The last month that has been classified, as {@code 12 × year + month − 1}. */
    int closedMonth;

    Baselines baselines = Baselines.NONE;

    /** Digest of the last published assessment; 0 before the first. */
    long publishedDigest;

    /** The earliest timer that is set, {@link Turn#NO_TIMER} if none is. */
    long timerAtMs = Turn.NO_TIMER;

    /** Whether rows have been dropped for want of room. */
    boolean isSaturated;

    Dossier(FactBook book, AlertBook alerts) {
        this.book = book;
        this.alerts = alerts;
    }

    /**
     * At a month end that did not have the entity: its classes are no longer those of the last one.
     *
     * @param keptDays how long the platform's classes are kept after their month if nothing else is left
     */
    void forgetClasses(int today, int keptDays) {
        baselines = baselines.with(List.of());
        OfficialClass official = baselines.official();
        boolean isOver = official != null && LocalDays.firstDayOf(official.month() + 1) + keptDays <= today;
        if (isOver && book.size() == 0 && alerts.isEmpty()) {
            baselines = Baselines.NONE;
        }
    }

    /** Whether nothing is left of the entity; what the platform says of it is something. */
    boolean isGone() {
        return book.size() == 0 && alerts.isEmpty() && baselines.official() == null;
    }

    /** Drops the rows whose time is over, and the oldest where there are too many. */
    void drop(Retention retention, int today) {
        if (today >= nextDropDay) {
            Profile profile = book.profile();
            // With the registration all that was known of the business goes: without it the rest would be a stranger's.
            boolean isOver = profile != null && retention.keptUntil(Event.PROFILE, profile.fact()) <= today;
            book.removeIf((type, fact) -> isOver || retention.keptUntil(type, fact) <= today);
            nextDropDay = nextDrop(retention);
        }
        if (retention.makeRoom(book, today)) {
            isSaturated = true;
            forget();
        }
    }

    /** The next day on which a row may go. */
    int nextDrop(Retention retention) {
        int[] next = {Horizon.NEVER};
        book.removeIf((type, fact) -> {
            next[0] = Math.min(next[0], retention.keptUntil(type, fact));
            return false;
        });
        return next[0];
    }

    /** Says that all must be worked out anew. */
    void forget() {
        known = NOTHING;
    }
}
