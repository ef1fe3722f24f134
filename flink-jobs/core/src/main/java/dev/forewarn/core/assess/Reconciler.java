package dev.forewarn.core.assess;

import dev.forewarn.core.event.OfficialClass;
import dev.forewarn.core.score.ClassBands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares our classes of a month with the official platform's, and looks for the reason of a difference. */
final class Reconciler {

    private final DayAssessment known;
    private final Baselines closed;

    /** @param known the last day of the month, on the facts that are known by now */
    Reconciler(DayAssessment known, Baselines closed) {
        this.known = known;
        this.closed = closed;
    }

    List<Reconciliation> reconcile() {
        OfficialClass official = closed.official();
        List<Reconciliation> found = new ArrayList<>();
        for (Baselines.Baseline baseline : closed.classes()) {
            String theirs = official == null
                    ? null
                    : official.labels().get(baseline.standing().domain());
            if (theirs != null) {
                found.add(reconcile(baseline.standing(), theirs));
            }
        }
        return found;
    }

    private Reconciliation reconcile(DomainStanding ours, String theirs) {
        if (ours.fusedLabel().equals(theirs)) {
            return new Reconciliation(ours.domain(), theirs, 0, null);
        }
        int scheme = known.plan().catalogue().schemeOf(ours.domain());
        @Nullable
        ClassBands bands = scheme < 0
                ? null
                : known.plan().catalogue().schemes().get(scheme).bands();
        int theirRank = bands == null ? -1 : bands.rankOf(theirs);
        int ourRank = bands == null ? -1 : bands.rankOf(ours.fusedLabel());
        if (theirRank < 0 || ourRank < 0) {
            return new Reconciliation(ours.domain(), theirs, null, Reconciliation.Reason.UNKNOWN_CLASS);
        }
        boolean isLate = known.standsIn(scheme) && known.fusedRank(scheme) == theirRank;
        return new Reconciliation(ours.domain(), theirs, ourRank - theirRank, reason(ours, theirs, isLate));
    }

    private static Reconciliation.Reason reason(DomainStanding ours, String theirs, boolean isLate) {
        if (isLate) {
            return Reconciliation.Reason.LATE_FACTS;
        }
        if (ours.scoreLabel().equals(theirs) && !ours.label().equals(theirs)) {
            return Reconciliation.Reason.DIRECT_RULE;
        }
        return ours.fusedByMode().containsValue(theirs)
                ? Reconciliation.Reason.FUSION_MODE
                : Reconciliation.Reason.UNEXPLAINED;
    }
}
