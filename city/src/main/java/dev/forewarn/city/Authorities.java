package dev.forewarn.city;

/** What other authorities and the job that works out relations tell. Shares and durations are proposed. */
final class Authorities {

    private Authorities() {}

    /**
     * Something that lasts until its ending, which names its number.
     *
     * @param ended share of those that ever end
     * @param days mean duration
     */
    private static void lasting(Scene scene, int day, Draft begin, Kind end, double ended, int days) {
        scene.send(begin.aboutItself());
        if (scene.dice().chance(ended)) {
            int last = day + 5 + Math.min(3_000, (int) scene.dice().exponential(days));
            scene.send(scene.fact(end, last).about(begin.key()));
        }
    }

    static void blacklisted(Scene scene, int day) {
        Draft begin = scene.fact(Kind.BLACKLIST_LISTED, day)
                .with("list", scene.dice().of("wages", "environment", "tax", "prepaid-runaway", "e-commerce"));
        lasting(scene, day, begin, Kind.BLACKLIST_REMOVED, 0.6, 700);
    }

    static void seriousListed(Scene scene, int day) {
        scene.send(scene.fact(Kind.SERIOUS_LISTED, day).with("reason", "grave violation"));
        scene.send(scene.fact(Kind.SERIOUS_REMOVED, day + 1_096));
    }

    static void judged(Scene scene, int day) {
        Draft begin =
                scene.fact(Kind.JUDGMENT_DECIDED, day).with("rule", scene.dice().of("DJ5", "DJ6"));
        lasting(scene, day, begin, Kind.JUDGMENT_LIFTED, 0.9, 200);
    }

    static void courtDefaulter(Scene scene, int day) {
        lasting(scene, day, scene.fact(Kind.COURT__DEFAULTER_LISTED, day), Kind.COURT__DEFAULTER_REMOVED, 0.7, 400);
    }

    static void courtEnforcement(Scene scene, int day) {
        scene.send(scene.fact(Kind.COURT__ENFORCEMENT_FILED, day)
                .yuan(Math.round(scene.dice().logNormal(80_000, 1.5))));
    }

    static void consumptionRestricted(Scene scene, int day) {
        lasting(scene, day, scene.fact(Kind.CONSUMPTION_RESTRICTED, day), Kind.CONSUMPTION_RELEASED, 0.7, 300);
    }

    static void equityFrozen(Scene scene, int day) {
        lasting(scene, day, scene.fact(Kind.EQUITY_FROZEN, day), Kind.EQUITY_RELEASED, 0.7, 400);
    }

    static void pledge(Scene scene, int day) {
        lasting(scene, day, scene.fact(Kind.PLEDGE_REGISTERED, day), Kind.PLEDGE_CANCELLED, 0.8, 700);
    }

    static void taxAbnormal(Scene scene, int day) {
        scene.send(scene.fact(Kind.TAX__ABNORMAL_LISTED, day));
        if (scene.dice().chance(0.7)) {
            scene.send(scene.fact(Kind.TAX__ABNORMAL_REMOVED, day + scene.dice().between(40, 500)));
        }
    }

    static void taxArrears(Scene scene, int day) {
        Draft begin = scene.fact(Kind.TAX__ARREARS_ANNOUNCED, day)
                .yuan(Math.round(scene.dice().logNormal(30_000, 1.3)));
        lasting(scene, day, begin, Kind.TAX__ARREARS_SETTLED, 0.7, 200);
    }

    /** How many are insured: fewer in a bad time. */
    static void insured(Scene scene, int day) {
        double usual =
                2 * StrictMath.pow(5, scene.businesses().size(scene.place()).rank());
        double shrunk = usual / StrictMath.sqrt(Math.max(1, scene.trouble(Group.FINANCE, day)));
        scene.send(scene.fact(Kind.SOCIAL__INSURANCE_REPORTED, day)
                .with(
                        "insured",
                        Math.max(1, Math.round(shrunk * (0.9 + scene.dice().unit() * 0.2)))));
    }

    static void publicityDue(Scene scene, int day) {
        Draft due = scene.fact(Kind.PUBLICITY_DUE, day).aboutItself();
        scene.send(due);
        boolean isLate = scene.happens(0.1, Group.CONDUCT, day);
        scene.send(scene.fact(
                        Kind.PUBLICITY_MADE,
                        day
                                + (isLate
                                        ? scene.dice().between(29, 90)
                                        : scene.dice().between(1, 26)))
                .about(due.key()));
    }

    /** How many share an address or telephone: one fact per business, each new count a higher revision. */
    static void shared(Scene scene, int day, Kind kind, String key) {
        int count = 2 + Math.min(80, (int) scene.dice().logNormal(2, 1));
        // The day is the revision: the newest count wins, and no counter is kept.
        scene.sendOnce(scene.fact(kind, day, key).version(day).with("entities", count));
    }

    static void relatedListed(Scene scene, int day) {
        String other = "other-" + scene.dice().below(1_000_000);
        String list = scene.dice().chance(0.95) ? "abnormal" : "serious";
        scene.send(scene.fact(Kind.RELATION_LISTED, day, other + "/" + list)
                .about(other)
                .with("list", list));
        if (scene.dice().chance(0.6)) {
            scene.send(
                    scene.fact(Kind.RELATION_CLEARED, day + scene.dice().between(40, 500), other + "/" + list + "/off")
                            .about(other));
        }
    }

    static void relatedClosed(Scene scene, int day) {
        scene.send(scene.fact(Kind.RELATION_DEREGISTERED, day).with("link", "operator"));
    }

    static void relatedPenalised(Scene scene, int day) {
        scene.send(scene.fact(Kind.RELATION_PENALISED, day)
                .with("link", scene.dice().chance(0.8) ? "branch" : "contract-manufacturer"));
    }

    static void supplierFailed(Scene scene, int day) {
        scene.send(scene.fact(Kind.RELATION_PRODUCT__FAILED, day)
                .about("B" + scene.dice().between(100_000, 999_999))
                .in(scene.domain())
                .with("link", "supplier"));
    }

    static void barred(Scene scene, int day) {
        lasting(scene, day, scene.fact(Kind.REPRESENTATIVE_BARRED, day), Kind.REPRESENTATIVE_CLEARED, 0.7, 300);
    }
}
