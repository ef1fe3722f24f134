package dev.forewarn.core.assess;

import dev.forewarn.core.alert.RuleView;
import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.fact.FactBook;
import java.util.List;

/**
 * Assesses the rows of one entity on one day: the same function for live events, for time, for month ends and for
 * looking back. Not for use by two threads at once; a result is valid until the next call.
 */
public final class Assessor {

    private final Plan plan;
    private final DayAssessment day;
    private final DayAssessment otherDay;

    public Assessor(Plan plan) {
        this.plan = plan;
        this.day = new DayAssessment(plan);
        this.otherDay = new DayAssessment(plan);
    }

    public Plan plan() {
        return plan;
    }

    /** Reads and scores a day, and makes its rules ready to be asked. */
    public Result assess(FactBook book, Baselines baselines, int today) {
        day.fill(book, today);
        return new Result(book, baselines, new Conditions(book, day, otherDay, baselines, null));
    }

    /**
     * As {@link #assess}, from what was found on an earlier day and only changed by facts of one type since.
     *
     * @param known what {@link Result#known} said under this plan
     * @param knownUntil the next change of that result, after today
     * @param type of the facts that have changed; not the profile, which may change all
     * @param changedFrom the first day of which anything is otherwise
     */
    public Result update(
            FactBook book, Baselines baselines, int today, byte[] known, int knownUntil, String type, int changedFrom) {
        Unpacker unpacker = new Unpacker(known, 0, known.length);
        int position = plan.positionOf(type);
        int scoresUntil = plan.looksAhead() ? (int) unpacker.readVar() : knownUntil;
        if (!day.refill(book, today, unpacker, knownUntil, scoresUntil, position, changedFrom)) {
            return assess(book, baselines, today);
        }
        KnownHoldings holdings = new KnownHoldings(plan, position, KnownHoldings.read(unpacker));
        return new Result(book, baselines, new Conditions(book, day, otherDay, baselines, holdings));
    }

    /** One assessed day. */
    public final class Result {

        private final FactBook book;
        private final Baselines baselines;
        private final Conditions conditions;

        private Result(FactBook book, Baselines baselines, Conditions conditions) {
            this.book = book;
            this.baselines = baselines;
            this.conditions = conditions;
        }

        /** What the alert rules find. */
        public RuleView rules() {
            return conditions;
        }

        /** What has been found, once the rules have been asked; for {@link Assessor#update}. */
        public byte[] known() {
            Packer packer = new Packer(128);
            if (plan.looksAhead()) {
                packer.writeVar(day.scoreChange());
            }
            day.save(packer);
            KnownHoldings.write(conditions.found(), packer);
            return packer.toBytes();
        }

        /** The earliest day on which anything that has been asked so far may change; later than the assessed day. */
        public int nextChange() {
            return Math.max(day.nextChange(), day.today() + 1);
        }

        /** Everything that a published assessment shows, in one number. */
        public long digest() {
            long digest = day.digest();
            for (int s = 0; s < plan.catalogue().schemes().size(); s++) {
                String baseline = baselines.of(
                        plan.catalogue().schemes().get(s).domain(),
                        plan.catalogue().baseline());
                digest = DayAssessment.mix(digest, baseline == null ? 0 : baseline.hashCode());
            }
            return DayAssessment.mix(digest, conditions.isDeregistered() ? 1 : 0);
        }

        /** The day written out in words. */
        public Assessment explain(String entityId, long atMs, boolean isSaturated) {
            return new Explainer(day, baselines).explain(entityId, atMs, book, otherDay, nextChange(), isSaturated);
        }

        /** The day in numbers, without the words of {@link #explain}. */
        public Look look() {
            return new Look(book.profile(), headline(), standings(), IndicatorReading.of(day));
        }

        /** The fused classes of the day, as the baselines of the month to come. */
        public Baselines toBaselines() {
            return new Explainer(day, baselines).toBaselines();
        }

        /** How the classes of a month compare with those of the platform, on the facts that this result knows. */
        public List<Reconciliation> reconcile(Baselines closed) {
            return new Reconciler(day, closed).reconcile();
        }

        public List<DomainStanding> standings() {
            return new Explainer(day, baselines).standings();
        }

        /** The worst fused class. */
        public String headline() {
            return new Explainer(day, baselines).headline();
        }

        /** The rank of the worst fused class, the best being 0; -1 if the entity stands in no domain. */
        public int headlineRank() {
            return new Explainer(day, baselines).headlineRank();
        }

        /** The worst fused class among standings of an earlier day. */
        public String headlineOf(List<DomainStanding> standings) {
            String worst = "";
            int worstRank = -1;
            for (DomainStanding standing : standings) {
                int scheme = plan.catalogue().schemeOf(standing.domain());
                int rank = scheme < 0
                        ? -1
                        : plan.catalogue().schemes().get(scheme).bands().rankOf(standing.fusedLabel());
                if (rank > worstRank) {
                    worst = standing.fusedLabel();
                    worstRank = rank;
                }
            }
            return worst;
        }

        /** Whether a domain's class is worse than a reference class. */
        public boolean isWorse(String domain, String reference) {
            int scheme = plan.catalogue().schemeOf(domain);
            if (scheme < 0 || !day.standsIn(scheme)) {
                return false;
            }
            int from = plan.catalogue().schemes().get(scheme).bands().rankOf(reference);
            return from >= 0 && day.fusedRank(scheme) > from;
        }
    }
}
