package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Chance.Basis;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the chance of each business: key supervision first, then statutory visits that are due, then caps, then the
 * ratio of its class. A duty goes before a cap; the list says so where both hold.
 */
final class Chances {

    private final PlanRules rules;
    private final Set<String> keyObjects;
    private final YearMonth month;

    /** @param keyObjects ids of objects of key supervision beside those that the rules select */
    Chances(PlanRules rules, Set<String> keyObjects, YearMonth month) {
        this.rules = rules;
        this.keyObjects = Set.copyOf(keyObjects);
        this.month = month;
    }

    /**
     * The chance of a business.
     *
     * @throws UnknownClass if no ratio is given for any class of it
     */
    Chance of(Business business, Visits visits) {
        Standing standing = standing(business);
        int visited = visits.inYearBefore(month);
        Optional<Cap> cap = rules.caps().stream()
                .filter(limit -> limit.who().takes(business))
                .min(Comparator.comparingInt(Cap::visits))
                .filter(limit -> visited >= limit.visits());
        String over = cap.map(limit -> "; over the cap: " + limit.name()).orElse("");
        Optional<YearMonth> last = visits.newestBefore(month).map(YearMonth::from);
        Duty key = shortest(rules.keySupervision(), business);
        if (key != null || keyObjects.contains(business.entityId())) {
            Duty duty = key == null ? listed() : key;
            return duty.isDue(business, last, month)
                    ? standing.chance(Basis.KEY, duty.name() + over)
                    : standing.chance(Basis.KEY_LATER, duty.name());
        }
        Duty floor = shortest(rules.floors(), business);
        if (floor != null && floor.isDue(business, last, month)) {
            return standing.chance(Basis.FLOOR, floor.name() + over);
        }
        return cap.map(limit -> standing.chance(Basis.CAPPED, limit.name()))
                .orElseGet(() -> standing.chance(Basis.DRAW, ""));
    }

    /**
     * The duty of objects that a list names: the shortest of all that the rules know, once a year if they know none.
     */
    private Duty listed() {
        int months =
                rules.keySupervision().stream().mapToInt(Duty::months).min().orElse(12);
        return new Duty("on the list of key supervision", Selector.ALL, months);
    }

    private static @Nullable Duty shortest(List<Duty> duties, Business business) {
        return duties.stream()
                .filter(duty -> duty.who().takes(business))
                .min(Comparator.comparingInt(Duty::months))
                .orElse(null);
    }

    private Standing standing(Business business) {
        Standing highest = null;
        for (Map.Entry<String, String> entry : business.classes().entrySet()) {
            Standing standing = standing(entry.getKey(), entry.getValue());
            if (standing != null && (highest == null || standing.ratio > highest.ratio)) {
                highest = standing;
            }
        }
        if (highest == null) {
            throw new UnknownClass(business);
        }
        return highest;
    }

    private @Nullable Standing standing(String domain, String riskClass) {
        Integer own = rules.domainRatios().getOrDefault(domain, Map.of()).get(riskClass);
        Integer ratio = own == null ? rules.ratios().get(riskClass) : own;
        if (ratio == null) {
            return null;
        }
        String stratum = own == null ? riskClass : domain + ' ' + riskClass;
        return new Standing(riskClass, stratum, ratio, rules.least().getOrDefault(riskClass, 0));
    }

    /** What the ratios make of one standing. */
    private record Standing(String riskClass, String stratum, int ratio, int least) {

        Chance chance(Basis basis, String reason) {
            return switch (basis) {
                case DRAW -> new Chance(basis, riskClass, stratum, reason, Math.max(ratio, least), least);
                case KEY, FLOOR -> new Chance(basis, riskClass, stratum, reason, Chance.CERTAIN, Chance.CERTAIN);
                case KEY_LATER, CAPPED -> new Chance(basis, riskClass, stratum, reason, 0, 0);
            };
        }
    }

    /** A business stands in classes for which there is no ratio. */
    static final class UnknownClass extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnknownClass(Business business) {
            super("there is no ratio for any class of " + business.entityId() + " (" + business.classesText()
                    + "); name one, as in --ratios "
                    + (business.headline().isEmpty() ? "A" : business.headline()) + "=0.05");
        }
    }
}
