package dev.forewarn.city;

/** Tells what happens by chance, with all that follows from it. */
final class Stories {

    private Stories() {}

    static void tell(Rate rate, Scene scene, int day) {
        switch (rate) {
            case CHANGE -> Register.change(scene, day);
            case CLOSING -> Register.close(scene, day);
            case CLOSING_WITHDRAWN -> Register.withdrawnClosing(scene, day);
            case DORMANCY -> Register.dormancy(scene, day);
            case BUSINESS_LICENCE_REVOKED -> Products.simple(scene, day, Kind.BUSINESS__LICENCE_REVOKED);
            case FALSE_PUBLICITY -> Supervision.falsePublicity(scene, day);
            case UNREACHABLE -> Supervision.unreachable(scene, day);
            case PUBLICITY_DUE -> Authorities.publicityDue(scene, day);
            case SERIOUS_LISTED -> Authorities.seriousListed(scene, day);
            case BLACKLISTED -> Authorities.blacklisted(scene, day);
            case INSPECTION -> Supervision.planned(scene, day);
            case OBSTRUCTION -> Products.simple(scene, day, Kind.INSPECTION_OBSTRUCTED);
            case CASE -> Supervision.caseFiled(scene, day);
            case PENALTY_ELSEWHERE -> Supervision.penaltyElsewhere(scene, day);
            case SEIZURE -> Products.simple(scene, day, Kind.COERCIVE__MEASURE_TAKEN);
            case JUDGMENT -> Authorities.judged(scene, day);
            case FOOD_SAMPLE -> Sampling.food(scene, day);
            case PRODUCT_SAMPLE -> Sampling.product(scene, day);
            case HEALTH_SAMPLE -> Sampling.health(scene, day);
            case COMPLAINT -> Voices.complaint(scene, day);
            case TIP_OFF -> Voices.tipOff(scene, day);
            case OPINION -> Voices.opinion(scene, day);
            case RATING_DROPPED -> Products.simple(scene, day, Kind.RATING_DROPPED);
            case PROMISE_BROKEN -> Products.simple(scene, day, Kind.PROMISE_BROKEN);
            case HONOUR -> Voices.honour(scene, day);
            case COURT_DEFAULTER -> Authorities.courtDefaulter(scene, day);
            case COURT_ENFORCEMENT -> Authorities.courtEnforcement(scene, day);
            case CONSUMPTION_RESTRICTED -> Authorities.consumptionRestricted(scene, day);
            case EQUITY_FROZEN -> Authorities.equityFrozen(scene, day);
            case PLEDGE -> Authorities.pledge(scene, day);
            case TAX_ABNORMAL -> Authorities.taxAbnormal(scene, day);
            case TAX_ARREARS -> Authorities.taxArrears(scene, day);
            case INSURED -> Authorities.insured(scene, day);
            case SHARED_ADDRESS -> Authorities.shared(scene, day, Kind.RELATION_ADDRESS, "address");
            case SHARED_CONTACT -> Authorities.shared(scene, day, Kind.RELATION_CONTACT, "contact");
            case RELATED_LISTED -> Authorities.relatedListed(scene, day);
            case RELATED_CLOSED -> Authorities.relatedClosed(scene, day);
            case RELATED_PENALISED -> Authorities.relatedPenalised(scene, day);
            case SUPPLIER_FAILED -> Authorities.supplierFailed(scene, day);
            case BARRED -> Authorities.barred(scene, day);
            case ADVERSE_EVENT -> Products.adverseEvent(scene, day);
            case CLUSTER -> Products.cluster(scene, day);
            case RECALL -> Products.recall(scene, day, Kind.RECALL_ANNOUNCED);
            case RECALL_ORDERED -> Products.recall(scene, day, Kind.RECALL_ORDERED);
            case INJURY -> Products.injury(scene, day);
            case TEMPERATURE -> Products.temperature(scene, day);
            case SENSOR_SILENT -> Products.sensorSilent(scene, day);
            case PHARMACIST_ABSENT -> Products.simple(scene, day, Kind.PHARMACIST_ABSENT);
            case TRACE_GAP -> Products.traceGap(scene, day);
            case SALES_ABNORMAL -> Products.salesAbnormal(scene, day);
            case POISONING -> Products.poisoning(scene, day);
            case CAMERA_OFFLINE -> Products.simple(scene, day, Kind.KITCHEN_CAMERA__OFFLINE);
            case RODENT -> Products.simple(scene, day, Kind.KITCHEN_RODENT__DETECTED);
            case TRAPPED -> Products.trapped(scene, day);
            case HIDDEN_DANGER -> Products.hiddenDanger(scene, day);
            case RUN_OVERDUE -> Products.runOverdue(scene, day);
            case ACCIDENT -> Products.accident(scene, day);
        }
    }
}
