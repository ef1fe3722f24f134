package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertBook;
import dev.forewarn.core.assess.Baselines;
import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.fact.FactBook;
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

    /** Says that all must be worked out anew. */
    void forget() {
        known = NOTHING;
    }
}
