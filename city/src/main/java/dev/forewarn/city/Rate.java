package dev.forewarn.city;

/**
 * What happens to businesses by chance, and how often: per 1,000 businesses of the whole city and year, on the average
 * over all businesses and times. What follows from a happening (an order, a case, a removal) is told with it and not
 * counted here. "Sourced" figures are those of the field report with their tag; the others are proposed.
 */
enum Rate {
    // The register. Closings, dormancy and revocations together are REG_STATUS.
    CHANGE(150, Group.CONDUCT, Season.EVEN, "P, REG_CHANGE"),
    CLOSING(75, Group.FINANCE, Season.EVEN, "P, REG_STATUS 90 in all"),
    CLOSING_WITHDRAWN(5, Group.FINANCE, Season.EVEN, "P, REG_STATUS"),
    DORMANCY(8, Group.FINANCE, Season.EVEN, "P, REG_STATUS"),
    BUSINESS_LICENCE_REVOKED(1, Group.FINANCE, Season.EVEN, "P, REG_STATUS"),

    // Publicity and lists. Listings for a missing annual report come on top, see docs/CITY.md.
    FALSE_PUBLICITY(1, Group.CONDUCT, Season.EVEN, "P, ABN"),
    UNREACHABLE(8, Group.FINANCE, Season.OFFICE, "P, ABN"),
    PUBLICITY_DUE(20, Group.STEADY, Season.EVEN, "P"),
    SERIOUS_LISTED(0.4, Group.CONDUCT, Season.EVEN, "P, SVL 0.5"),
    BLACKLISTED(0.6, Group.FINANCE, Season.EVEN, "P"),

    // Supervision.
    INSPECTION(120, Group.STEADY, Season.OFFICE, "P, INSPECT"),
    OBSTRUCTION(0.3, Group.CONDUCT, Season.OFFICE, "P"),
    CASE(5, Group.CONDUCT, Season.EVEN, "P, CASE_FILED 12 with those that follow from findings"),
    PENALTY_ELSEWHERE(3, Group.CONDUCT, Season.EVEN, "P, PENALTY 10 in all"),
    SEIZURE(0.8, Group.QUALITY, Season.EVEN, "P"),
    JUDGMENT(0.05, Group.CONDUCT, Season.EVEN, "P"),
    FOOD_SAMPLE(37, Group.STEADY, Season.WARM, Concerned.FOOD, "S53, SAMPLE food"),
    PRODUCT_SAMPLE(6, Group.STEADY, Season.OFFICE, Concerned.FACTORY, "S52, SAMPLE product"),
    HEALTH_SAMPLE(3, Group.STEADY, Season.OFFICE, Concerned.HEALTH, "P"),

    // The public.
    COMPLAINT(78, Group.CONDUCT, Season.SHOPPING, "S55, COMPLAINT"),
    TIP_OFF(28, Group.CONDUCT, Season.SHOPPING, "S55, REPORT"),
    OPINION(6, Group.CONDUCT, Season.EVEN, "P, OPINION / PLATFORM 10 in all"),
    RATING_DROPPED(4, Group.QUALITY, Season.EVEN, "P, OPINION / PLATFORM"),
    PROMISE_BROKEN(3, Group.CONDUCT, Season.EVEN, "P, CREDIT_REPAIR ... HONOR 15 in all"),
    HONOUR(9, Group.STEADY, Season.EVEN, "P, CREDIT_REPAIR ... HONOR"),

    // Other authorities: with their endings, COURT 20 and TAX 40.
    COURT_DEFAULTER(4, Group.FINANCE, Season.EVEN, "P, COURT 20 in all"),
    COURT_ENFORCEMENT(7, Group.FINANCE, Season.EVEN, "P, COURT"),
    CONSUMPTION_RESTRICTED(2, Group.FINANCE, Season.EVEN, "P, COURT"),
    EQUITY_FROZEN(1.5, Group.FINANCE, Season.EVEN, "P, COURT"),
    PLEDGE(3, Group.FINANCE, Season.EVEN, "P"),
    TAX_ABNORMAL(5, Group.FINANCE, Season.EVEN, "P, TAX 40 in all"),
    TAX_ARREARS(5, Group.FINANCE, Season.EVEN, "P, TAX"),
    INSURED(25, Group.STEADY, Season.EVEN, "P, TAX"),

    // Relations: REL 100 in all.
    SHARED_ADDRESS(35, Group.STEADY, Season.EVEN, "P, REL 100 in all"),
    SHARED_CONTACT(35, Group.STEADY, Season.EVEN, "P, REL"),
    RELATED_LISTED(8, Group.CONDUCT, Season.EVEN, "P, REL"),
    RELATED_CLOSED(6, Group.FINANCE, Season.EVEN, "P, REL"),
    RELATED_PENALISED(5, Group.CONDUCT, Season.EVEN, "P, REL"),
    SUPPLIER_FAILED(6, Group.QUALITY, Season.EVEN, Concerned.FOOD_OR_HEALTH, "P, REL"),
    BARRED(1, Group.CONDUCT, Season.EVEN, "P, REL"),

    // Products, kitchens, sensors.
    ADVERSE_EVENT(10, Group.QUALITY, Season.EVEN, Concerned.HEALTH, "P, ADR / DEVICE_AE / COSMETIC_AR"),
    CLUSTER(0.02, Group.QUALITY, Season.EVEN, Concerned.HEALTH, "P"),
    RECALL(0.2, Group.QUALITY, Season.EVEN, Concerned.MAKER, "P, RECALL"),
    RECALL_ORDERED(0.02, Group.QUALITY, Season.EVEN, Concerned.MAKER, "P"),
    INJURY(0.1, Group.QUALITY, Season.EVEN, Concerned.FACTORY, "P"),
    TEMPERATURE(3, Group.QUALITY, Season.WARM, Concerned.COLD_CHAIN, "P"),
    SENSOR_SILENT(1, Group.QUALITY, Season.EVEN, Concerned.COLD_CHAIN, "P"),
    PHARMACIST_ABSENT(1.5, Group.QUALITY, Season.OFFICE, Concerned.PHARMACY, "P"),
    TRACE_GAP(1.5, Group.QUALITY, Season.EVEN, Concerned.DRUG, "P"),
    SALES_ABNORMAL(0.2, Group.CONDUCT, Season.EVEN, Concerned.PHARMACY, "P"),
    POISONING(0.2, Group.QUALITY, Season.WARM, Concerned.CATERING, "P"),
    CAMERA_OFFLINE(3, Group.QUALITY, Season.EVEN, Concerned.CATERING, "P"),
    RODENT(1.5, Group.QUALITY, Season.WARM, Concerned.CATERING, "P"),

    // Special equipment; its periodic inspections follow a calendar, see docs/CITY.md.
    TRAPPED(4, Group.QUALITY, Season.EVEN, Concerned.LIFT, "P"),
    HIDDEN_DANGER(2, Group.QUALITY, Season.OFFICE, Concerned.EQUIPMENT, "P"),
    RUN_OVERDUE(0.3, Group.QUALITY, Season.OFFICE, Concerned.EQUIPMENT, "P"),
    ACCIDENT(0.02, Group.QUALITY, Season.EVEN, Concerned.EQUIPMENT, "P");

    private final double perThousand;
    private final Group group;
    private final Season season;
    private final Concerned concerned;
    private final String basis;

    Rate(double perThousand, Group group, Season season, String basis) {
        this(perThousand, group, season, Concerned.ALL, basis);
    }

    Rate(double perThousand, Group group, Season season, Concerned concerned, String basis) {
        this.perThousand = perThousand;
        this.group = group;
        this.season = season;
        this.concerned = concerned;
        this.basis = basis;
    }

    double perThousand() {
        return perThousand;
    }

    Group group() {
        return group;
    }

    Season season() {
        return season;
    }

    Concerned concerned() {
        return concerned;
    }

    /** Whence the figure: P is proposed, S a source of the field report; then the entry of its section 4.3. */
    String basis() {
        return basis;
    }

    /** How much more often than to another it happens to such a business; 0 if never. */
    double weight(Trade trade, Size size) {
        if (!concerned.holds(trade)) {
            return 0;
        }
        return switch (this) {
            case COMPLAINT, TIP_OFF, OPINION, RATING_DROPPED -> size.publicity();
            case INSPECTION -> trade.inspections();
            default -> 1;
        };
    }
}
