package dev.forewarn.core.dossier;

import dev.forewarn.core.alert.AlertBook;
import dev.forewarn.core.assess.Baselines;
import dev.forewarn.core.fact.FactBook;

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

    /** Says that all must be worked out anew. */
    void forget() {
        known = NOTHING;
    }
}
