package dev.forewarn.city;

/**
 * Inspections and what they lead to: orders, cases, penalties. That 12 % of random visits find a problem is the figure
 * of Yingtan before it classified [S1]; the other shares are proposed.
 */
final class Supervision {

    /** Random visits that find a problem, on the average. */
    static final double PROBLEMS = 0.12;

    /** The same of visits that somebody's word has brought about. */
    static final double PROBLEMS_FOR_CAUSE = 0.35;

    private static final double PENALISED = 0.83;
    private static final double RECOVERS = 0.5;

    private Supervision() {}

    /** A visit of the plan: drawn at random, or the yearly one; drugs and devices are now and then seen unannounced. */
    static void planned(Scene scene, int day) {
        Dice dice = scene.dice();
        boolean isUnannounced = isGoodPractice(scene.trade()) && dice.chance(0.2);
        inspect(
                scene,
                day,
                isUnannounced ? "unannounced" : dice.of("double-random", "double-random", "routine"),
                PROBLEMS);
    }

    static void forCause(Scene scene, int day) {
        inspect(scene, day, "for-cause", PROBLEMS_FOR_CAUSE);
    }

    private static boolean isGoodPractice(Trade trade) {
        return "drug".equals(trade.domain()) || "medical-device".equals(trade.domain());
    }

    private static void inspect(Scene scene, int day, String kind, double problems) {
        Dice dice = scene.dice();
        boolean isProblem = scene.happens(problems, Group.QUALITY, day);
        boolean isGrave = isProblem && scene.happens(0.12, Group.QUALITY, day);
        Draft draft = scene.fact(Kind.INSPECTION_COMPLETED, day)
                .in(scene.domain())
                .with("kind", kind)
                .with("result", isProblem ? "problem" : "pass")
                // Who inspected is for judging the figures, never a sign of risk.
                .with("team", "team-" + dice.between(1, 40));
        if (isProblem) {
            draft.graded(isGrave ? "serious" : "general");
        }
        check(draft, scene.trade(), isProblem, isGrave, dice);
        scene.send(draft);
        if (isProblem && dice.chance(0.9)) {
            order(scene, day);
        }
        if (isGrave || (isProblem && dice.chance(0.15))) {
            caseFiled(scene, day + dice.between(2, 15));
        }
    }

    /** The items failed, by the checklist of the trade; zeros are said too. */
    private static void check(Draft draft, Trade trade, boolean isProblem, boolean isGrave, Dice dice) {
        int some = isProblem ? 1 + (int) dice.exponential(2) : dice.chance(0.1) ? 1 : 0;
        int many = (int) dice.exponential(isProblem ? 4 : 1);
        switch (trade) {
            case PHARMACY, DRUG_MAKER, DEVICE_SHOP, DEVICE_MAKER -> {
                String list = trade == Trade.DRUG_MAKER || trade == Trade.DEVICE_MAKER ? "gmp" : "gsp";
                draft.with("checklist", "drug".equals(trade.domain()) ? list : list + "-device")
                        .with("critical", isGrave && dice.chance(0.6) ? 1 : 0)
                        .with("major", some)
                        .with("minor", many);
            }
            case FOOD_FACTORY -> {
                if (dice.chance(0.2)) {
                    draft.with("checklist", "food-system").with("defects", some);
                } else {
                    draft.with("checklist", "food-production").with("key", some).with("general", many);
                }
            }
            case GROCERY, FRUIT -> {
                draft.with("checklist", "food-sale")
                        .with("purchase_check_missing", isProblem && dice.chance(0.4) ? 1 : 0);
                if (isProblem && dice.chance(0.15)) {
                    draft.with("expired_food", "true");
                }
            }
            case RESTAURANT, CANTEEN -> draft.with("checklist", "catering").with("key", some);
            case SALON, COSMETIC_SHOP, COSMETIC_MAKER ->
                draft.with("checklist", "cosmetic").with("key", some);
            case FACTORY -> draft.with("checklist", "industrial-product").with("defects", some);
            case MALL, PROPERTY, PLANT -> {
                if (isProblem && dice.chance(0.1)) {
                    draft.with("uncertified_operator", "true");
                }
            }
            default -> {}
        }
    }

    /** Orders to correct, and does it correct: in time, late, or never. Who does may leave its bad time behind. */
    static void order(Scene scene, int day) {
        Dice dice = scene.dice();
        int due = day + dice.between(15, 30);
        Draft order = scene.fact(Kind.RECTIFICATION_ORDERED, day)
                .aboutItself()
                .in(scene.domain())
                .dueOn(due);
        String domain = scene.domain();
        if (domain != null) {
            order.with("field", domain);
        }
        scene.send(order);
        boolean isLate = scene.happens(0.15, Group.CONDUCT, day);
        if (isLate && dice.chance(0.2)) {
            return;
        }
        int done = isLate ? due + 1 + (int) dice.exponential(20) : due - dice.between(0, 14);
        scene.send(scene.fact(Kind.RECTIFICATION_DONE, done).about(order.key()).in(domain));
        if (dice.chance(RECOVERS)) {
            scene.businesses().recover(scene.place(), done);
        }
    }

    /** A case, which mostly ends with a penalty some weeks later. */
    static void caseFiled(Scene scene, int day) {
        Dice dice = scene.dice();
        Draft filed = scene.fact(Kind.CASE_FILED, day).aboutItself().in(scene.domain());
        scene.send(filed);
        int decided = day + dice.between(20, 85);
        if (dice.chance(PENALISED)) {
            penalise(scene, decided, filed.key());
        }
        scene.send(scene.fact(Kind.CASE_CLOSED, decided + 1).about(filed.key()));
    }

    private static void penalise(Scene scene, int day, String ofCase) {
        Dice dice = scene.dice();
        double point = dice.unit();
        String procedure = point < 0.70 ? "ordinary" : point < 0.92 ? "summary" : "warning";
        boolean isOrdinary = procedure.equals("ordinary");
        boolean isSerious = isOrdinary && scene.happens(0.08, Group.CONDUCT, day);
        Draft penalty = scene.fact(Kind.PENALTY_DECIDED, day)
                .in(scene.domain())
                .graded(!isOrdinary ? "minor" : isSerious ? "serious" : dice.of("minor", "general"))
                .with("case", ofCase)
                .with("procedure", procedure)
                .with("violation", "V-" + scene.trade().wire() + "-" + dice.between(1, 3));
        if (!procedure.equals("warning")) {
            double median = isSerious ? 60_000 : isOrdinary ? 6_000 : 500;
            penalty.yuan(Math.max(100, Math.round(dice.logNormal(median, 1) / 100) * 100));
        }
        if (isSerious && dice.chance(0.15)) {
            penalty.with("kind", dice.of("suspension", "suspension", "restriction", "revocation"));
        }
        if (scene.trade() == Trade.FACTORY && dice.chance(0.05)) {
            penalty.with("violation_class", "unlicensed-production");
        }
        if (dice.chance(0.03)) {
            penalty.with("intentional", "true");
        }
        scene.send(penalty);
        if (isOrdinary && dice.chance(0.25)) {
            scene.send(scene.fact(Kind.CREDIT_REPAIRED, day + dice.between(180, 500))
                    .about(penalty.key()));
        }
    }

    static void penaltyElsewhere(Scene scene, int day) {
        Dice dice = scene.dice();
        scene.send(scene.fact(Kind.PENALTY_DECIDED, day)
                .graded(dice.of("minor", "general"))
                .with("department", dice.of("tax", "fire", "environment", "labour", "transport"))
                .with("procedure", "ordinary")
                .yuan(Math.max(100, Math.round(dice.logNormal(5_000, 1) / 100) * 100)));
    }

    static void unreachable(Scene scene, int day) {
        Dice dice = scene.dice();
        scene.send(scene.fact(Kind.ADDRESS_UNREACHABLE, day));
        int confirmed = day + dice.between(20, 400);
        if (dice.chance(0.5)) {
            scene.send(scene.fact(Kind.ADDRESS_CONFIRMED, confirmed));
        }
        if (dice.chance(0.5)) {
            list(scene, day + dice.between(10, 40), "unreachable", confirmed + 20);
        }
    }

    static void falsePublicity(Scene scene, int day) {
        list(scene, day, "false-information", day + scene.dice().between(40, 600));
    }

    /** Puts it on the abnormal list, unless it is on it, and takes it off later, mostly. */
    private static void list(Scene scene, int day, String reason, int removed) {
        if (scene.businesses().listedUntil(scene.place()) > day) {
            return;
        }
        boolean isRemoved = scene.dice().chance(0.8);
        scene.businesses().list(scene.place(), isRemoved ? removed : CityDays.NEVER);
        scene.send(scene.fact(Kind.ABNORMAL_LISTED, day).with("reason", reason));
        if (isRemoved) {
            scene.sendOnce(scene.fact(Kind.ABNORMAL_REMOVED, removed));
        }
    }
}
