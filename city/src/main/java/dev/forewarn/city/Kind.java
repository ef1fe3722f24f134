package dev.forewarn.city;

import java.util.Locale;

/**
 * Types of events that the city sends, each with the system it comes from and how late: the words of docs/EVENTS.md.
 */
enum Kind {
    ENTITY_PROFILE("registration", Lag.HOURS),
    REGISTRATION_CHANGED("registration", Lag.HOURS),
    DEREGISTRATION_ANNOUNCED("registration", Lag.HOURS),
    DEREGISTRATION_WITHDRAWN("registration", Lag.HOURS),
    DORMANCY_DECLARED("registration", Lag.HOURS),
    DORMANCY_ENDED("registration", Lag.HOURS),
    BUSINESS__LICENCE_REVOKED("registration", Lag.DAYS),
    LICENCE_GRANTED("licensing", Lag.DAYS),
    LICENCE_RENEWAL__APPLIED("licensing", Lag.DAYS),
    LICENCE_REVOKED("licensing", Lag.DAYS),
    ACTIVITY_UNLICENSED("inspection", Lag.HOURS),
    ACTIVITY_CEASED("inspection", Lag.HOURS),
    ANNUAL__REPORT_FILED("publicity", Lag.MINUTES),
    PUBLICITY_DUE("publicity", Lag.DAYS),
    PUBLICITY_MADE("publicity", Lag.MINUTES),
    ABNORMAL_LISTED("publicity", Lag.DAYS),
    ABNORMAL_REMOVED("publicity", Lag.DAYS),
    SERIOUS_LISTED("publicity", Lag.DAYS),
    SERIOUS_REMOVED("publicity", Lag.DAYS),
    CREDIT_REPAIRED("credit", Lag.DAYS),
    PROMISE_BROKEN("credit", Lag.DAYS),
    HONOUR_AWARDED("credit", Lag.DAYS),
    CASE_FILED("cases", Lag.MINUTES),
    CASE_CLOSED("cases", Lag.MINUTES),
    PENALTY_DECIDED("cases", Lag.PUBLICITY),
    COERCIVE__MEASURE_TAKEN("cases", Lag.HOURS),
    JUDGMENT_DECIDED("cases", Lag.HOURS),
    JUDGMENT_LIFTED("cases", Lag.HOURS),
    INSPECTION_COMPLETED("inspection", Lag.HOURS),
    INSPECTION_OBSTRUCTED("inspection", Lag.HOURS),
    RECTIFICATION_ORDERED("inspection", Lag.HOURS),
    RECTIFICATION_DONE("inspection", Lag.HOURS),
    ADDRESS_UNREACHABLE("inspection", Lag.HOURS),
    ADDRESS_CONFIRMED("inspection", Lag.HOURS),
    PHARMACIST_ABSENT("inspection", Lag.HOURS),
    SAMPLE_TESTED("sampling", Lag.DAYS),
    COMPLAINT_FILED("12315", Lag.MINUTES),
    COMPLAINT_MEDIATED("12315", Lag.HOURS),
    TIP__OFF_FILED("12315", Lag.MINUTES),
    TIP__OFF_CONFIRMED("12315", Lag.HOURS),
    FOOD__POISONING_SUSPECTED("12315", Lag.MINUTES),
    OPINION_REPORTED("opinion", Lag.MINUTES),
    RATING_DROPPED("opinion", Lag.MINUTES),
    BLACKLIST_LISTED("exchange", Lag.WEEKS),
    BLACKLIST_REMOVED("exchange", Lag.WEEKS),
    TAX__ABNORMAL_LISTED("exchange", Lag.MONTH_END),
    TAX__ABNORMAL_REMOVED("exchange", Lag.MONTH_END),
    TAX__ARREARS_ANNOUNCED("exchange", Lag.MONTH_END),
    TAX__ARREARS_SETTLED("exchange", Lag.MONTH_END),
    SOCIAL__INSURANCE_REPORTED("exchange", Lag.MONTH_END),
    PLEDGE_REGISTERED("registration", Lag.HOURS),
    PLEDGE_CANCELLED("registration", Lag.HOURS),
    COURT__DEFAULTER_LISTED("court", Lag.WEEKS),
    COURT__DEFAULTER_REMOVED("court", Lag.WEEKS),
    COURT__ENFORCEMENT_FILED("court", Lag.WEEKS),
    CONSUMPTION_RESTRICTED("court", Lag.WEEKS),
    CONSUMPTION_RELEASED("court", Lag.WEEKS),
    EQUITY_FROZEN("court", Lag.WEEKS),
    EQUITY_RELEASED("court", Lag.WEEKS),
    ADVERSE__EVENT_REPORTED("monitoring", Lag.REPORTS),
    ADVERSE__EVENT_CLUSTERED("monitoring", Lag.HOURS),
    INJURY_REPORTED("monitoring", Lag.REPORTS),
    RECALL_ANNOUNCED("monitoring", Lag.HOURS),
    RECALL_ORDERED("monitoring", Lag.HOURS),
    RECALL_REFUSED("monitoring", Lag.HOURS),
    TRACE_GAP("monitoring", Lag.MINUTES),
    SALES_ABNORMAL("monitoring", Lag.MINUTES),
    TEMPERATURE_EXCURSION("sensors", Lag.MINUTES),
    SENSOR_SILENT("sensors", Lag.MINUTES),
    KITCHEN_CAMERA__OFFLINE("sensors", Lag.MINUTES),
    KITCHEN_RODENT__DETECTED("sensors", Lag.MINUTES),
    EQUIPMENT_REGISTERED("equipment", Lag.DAYS),
    EQUIPMENT_INSPECTED("equipment", Lag.DAYS),
    EQUIPMENT_PASSENGER__TRAPPED("equipment", Lag.HOURS),
    EQUIPMENT_RUN__OVERDUE("equipment", Lag.HOURS),
    HIDDEN__DANGER_FOUND("equipment", Lag.HOURS),
    ACCIDENT_RESPONSIBLE("equipment", Lag.DAYS),
    RELATION_ADDRESS("relations", Lag.MONTH_END),
    RELATION_CONTACT("relations", Lag.MONTH_END),
    RELATION_LISTED("relations", Lag.MONTH_END),
    RELATION_CLEARED("relations", Lag.MONTH_END),
    RELATION_DEREGISTERED("relations", Lag.MONTH_END),
    RELATION_PENALISED("relations", Lag.MONTH_END),
    RELATION_PRODUCT__FAILED("relations", Lag.DAYS),
    REPRESENTATIVE_BARRED("relations", Lag.DAYS),
    REPRESENTATIVE_CLEARED("relations", Lag.DAYS);

    /** What every source's name begins with, so that nobody takes the city for a real one. */
    static final String SOURCE_PREFIX = "virtual-";

    private final String type;
    private final String source;
    private final Lag lag;
    private final boolean isOfficial;
    private final String prefix;

    /** The type is written in the name of the constant: one underscore is a dot, two are a hyphen. */
    Kind(String source, Lag lag) {
        this.type = name().toLowerCase(Locale.ROOT).replace("__", "-").replace('_', '.');
        this.source = SOURCE_PREFIX + source;
        this.lag = lag;
        this.prefix = initials(type) + "-";
        this.isOfficial = switch (source) {
            case "12315", "opinion", "sensors" -> false;
            case "publicity" -> name().endsWith("LISTED") || name().endsWith("REMOVED");
            default -> !name().startsWith("ADVERSE") && !name().endsWith("TRAPPED");
        };
    }

    /** As the wire has it. */
    String type() {
        return type;
    }

    String source() {
        return source;
    }

    Lag lag() {
        return lag;
    }

    /** Whether it falls on a working day, as what offices do. */
    boolean isOfficial() {
        return isOfficial;
    }

    /** What the numbers of its records begin with. */
    String prefix() {
        return prefix;
    }

    private static String initials(String type) {
        StringBuilder initials = new StringBuilder();
        for (String word : type.split("[.-]", -1)) {
            initials.append(word.substring(0, Math.min(2, word.length())).toUpperCase(Locale.ROOT));
        }
        return initials.toString();
    }
}
