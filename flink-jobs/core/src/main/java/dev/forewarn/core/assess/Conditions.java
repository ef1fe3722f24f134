package dev.forewarn.core.assess;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.AlertState;
import dev.forewarn.core.alert.Cited;
import dev.forewarn.core.alert.Evidence;
import dev.forewarn.core.alert.Holding;
import dev.forewarn.core.alert.Level;
import dev.forewarn.core.alert.RuleTerms;
import dev.forewarn.core.alert.RuleView;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fact.Profile;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.score.ClassBands;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the alert rules of a plan find on one assessed day. */
final class Conditions implements RuleView {

    private final Plan plan;
    private final FactBook book;
    private final DayAssessment day;
    private final DayAssessment otherDay;
    private final Baselines baselines;
    private final Triggers triggers;
    private final Projections projections;
    private final boolean isDeregistered;
    private final @Nullable KnownHoldings known;
    private List<Holding> found = List.of();

    /**
     * @param day filled for today
     * @param otherDay scratch for looking at days of opening; filled when needed
     * @param known what need not be asked again, null if everything must be
     */
    Conditions(
            FactBook book,
            DayAssessment day,
            DayAssessment otherDay,
            Baselines baselines,
            @Nullable KnownHoldings known) {
        this.known = known;
        this.plan = day.plan();
        this.book = book;
        this.day = day;
        this.otherDay = otherDay;
        this.baselines = baselines;
        this.triggers = new Triggers(day);
        this.projections = new Projections(book, day, otherDay);
        Profile profile = book.profile();
        this.isDeregistered =
                profile != null && profile.isDeregistered(plan.catalogue().days(), day.today());
        if (profile != null && !isDeregistered) {
            day.horizon().on(profile.lastDay(plan.catalogue().days()));
        }
    }

    @Override
    public List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        List<AlertRule> rules = plan.catalogue().rules();
        for (int r = 0; r < rules.size(); r++) {
            if (known != null && known.holds(r)) {
                known.addTo(holdings, rules.get(r).terms().id());
            } else {
                add(rules.get(r), holdings);
            }
        }
        Collections.sort(holdings);
        found = holdings;
        return holdings;
    }

    /** What {@link #holdings} found last. */
    List<Holding> found() {
        return found;
    }

    private void add(AlertRule rule, List<Holding> holdings) {
        String id = rule.terms().id();
        if (rule instanceof AlertRule.Trigger trigger) {
            triggers.levels(trigger).forEach((subject, level) -> holdings.add(new Holding(id, subject, level)));
        } else if (rule instanceof AlertRule.Condition condition) {
            Level level = level(condition, day);
            if (level != null) {
                holdings.add(new Holding(id, "", level));
            }
        } else if (rule instanceof AlertRule.Crossing crossing) {
            for (String domain : crossing.domains()) {
                // The best class is no crossing, whatever it is measured against.
                int scheme = plan.catalogue().schemeOf(domain);
                Level level = scheme < 0 || day.fusedRank(scheme) == 0
                        ? null
                        : crossed(crossing, domain, day, reference(domain), 0);
                if (level != null) {
                    holdings.add(new Holding(id, domain, level));
                }
            }
        } else if (rule instanceof AlertRule.Projection projection) {
            for (String domain : projection.domains()) {
                Level level = projections.level(projection, domain, reference(domain));
                if (level != null) {
                    holdings.add(new Holding(id, domain, level));
                }
            }
        }
    }

    @Override
    public @Nullable Level kept(AlertState open) {
        AlertRule rule = rule(open.ruleId());
        if (rule instanceof AlertRule.Trigger trigger) {
            return triggers.level(trigger, open.subject(), day.today());
        }
        if (rule instanceof AlertRule.Crossing crossing) {
            return crossed(crossing, open.subject(), day, open.reference(), crossing.clearMargin());
        }
        if (rule instanceof AlertRule.Projection projection) {
            return projections.level(projection, open.subject(), open.reference());
        }
        AlertRule.Condition condition = (AlertRule.Condition) rule;
        if (!open.subject().isEmpty()) {
            // Raised when the rule was of another kind; a condition is about the whole entity.
            return null;
        }
        Level reached = level(condition, day);
        boolean isAtLevel = reached != null && reached.compareTo(open.level()) >= 0;
        if (isAtLevel || condition.clear() == null || condition.clear().test(day)) {
            return reached;
        }
        return open.level();
    }

    @Override
    public boolean heldAtOpening(AlertState open) {
        int openingDay = plan.catalogue().days().dayOf(open.openedAtMs());
        if (!plan.retention().covers(openingDay, day.today())) {
            // The facts of that day may be gone; nothing can be said against the alert.
            return true;
        }
        AlertRule rule = rule(open.ruleId());
        if (rule instanceof AlertRule.Trigger trigger) {
            return triggers.level(trigger, open.subject(), openingDay) != null;
        }
        if (rule instanceof AlertRule.Projection projection) {
            return projections.held(projection, open.subject(), open.reference(), openingDay, open.openedAtMs());
        }
        otherDay.fill(book, openingDay, open.openedAtMs());
        if (rule instanceof AlertRule.Crossing crossing) {
            return crossed(crossing, open.subject(), otherDay, open.reference(), 0) != null;
        }
        return open.subject().isEmpty() && level((AlertRule.Condition) rule, otherDay) != null;
    }

    @Override
    public @Nullable RuleTerms terms(String ruleId) {
        AlertRule rule = plan.rule(ruleId);
        return rule == null ? null : rule.terms();
    }

    @Override
    public Evidence evidence(String ruleId, String subject) {
        AlertRule rule = rule(ruleId);
        if (rule instanceof AlertRule.Trigger trigger) {
            return Evidence.of(triggers.cited(trigger, subject));
        }
        if (rule instanceof AlertRule.Condition condition) {
            return ReadingEvidence.of(day, condition.when());
        }
        if (rule instanceof AlertRule.Projection) {
            return projections.moveToWorst(subject) ? ReadingEvidence.ofDomain(otherDay, subject) : Evidence.NONE;
        }
        return ReadingEvidence.ofDomain(day, subject);
    }

    @Override
    public List<String> domains(String ruleId, String subject, Evidence evidence) {
        AlertRule rule = rule(ruleId);
        if (!rule.terms().domains().isEmpty()) {
            return rule.terms().domains();
        }
        if (isOfDomain(rule)) {
            return List.of(subject);
        }
        List<String> named = evidence.cited().stream()
                .flatMap(cited -> cited.fact().domains().stream())
                .distinct()
                .toList();
        return named.isEmpty() ? List.of(Scheme.GENERAL) : named;
    }

    @Override
    public Evidence keptEvidence(AlertState alert) {
        List<Cited> found = new ArrayList<>();
        for (Rows rows : book.sections()) {
            for (int i = 0; i < rows.size(); i++) {
                Cited cited = new Cited(rows.type(), rows.get(i));
                if (alert.evidenceKeys().contains(cited.key())) {
                    found.add(cited);
                }
            }
        }
        return new Evidence(Evidence.of(found).cited(), alert.evidenceCount());
    }

    @Override
    public String reference(String ruleId, String subject) {
        return isOfDomain(rule(ruleId)) ? reference(subject) : "";
    }

    /** Whether a rule has one alert per domain, measured against its baseline class. */
    private static boolean isOfDomain(AlertRule rule) {
        return rule instanceof AlertRule.Crossing || rule instanceof AlertRule.Projection;
    }

    @Override
    public boolean isDeregistered() {
        return isDeregistered;
    }

    /** The class that a domain is measured against: that of the last month, or, for a newcomer, of its static risk. */
    String reference(String domain) {
        String baseline = baselines.of(domain, plan.catalogue().baseline());
        int scheme = plan.catalogue().schemeOf(domain);
        if (baseline != null || scheme < 0) {
            return baseline == null ? "" : baseline;
        }
        return plan.catalogue().schemes().get(scheme).bands().label(day.fused().ofStatic(scheme));
    }

    /** The highest level that the rule names for a class between the one by score and the one with a margin added. */
    private @Nullable Level crossed(
            AlertRule.Crossing rule, String domain, DayAssessment on, String reference, int margin) {
        int position = plan.catalogue().schemeOf(domain);
        if (position < 0 || !on.standsIn(position) || !rule.domains().contains(domain)) {
            return null;
        }
        ClassBands bands = plan.catalogue().schemes().get(position).bands();
        int from = bands.rankOf(reference);
        if (from < 0) {
            // A class that the catalogue no longer knows cannot be compared with.
            return null;
        }
        Level highest = null;
        int worst = on.fused().with(position, margin);
        for (int rank = Math.max(from + 1, on.fused().with(position, 0)); rank <= worst; rank++) {
            highest = Level.higher(highest, rule.levels().get(bands.label(rank)));
        }
        return highest;
    }

    private static @Nullable Level level(AlertRule.Condition rule, DayAssessment on) {
        if (!rule.when().test(on)) {
            return null;
        }
        for (AlertRule.DayLevel choice : rule.levels()) {
            if (choice.when().test(on)) {
                return choice.level();
            }
        }
        return null;
    }

    private AlertRule rule(String id) {
        AlertRule rule = plan.rule(id);
        if (rule == null) {
            throw new IllegalStateException("the catalogue in force has no rule '" + id + "'");
        }
        return rule;
    }
}
