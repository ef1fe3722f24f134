package dev.forewarn.city;

/** What the public says. Shares are proposed unless a source is named. */
final class Voices {

    private static final String[] ISSUES = {"quality", "refund", "price", "advertising", "safety"};
    private static final double[] ISSUE_SHARES = {0.35, 0.65, 0.80, 0.92, 1.0};

    /** Complaints about a business that treats its customers badly that are only the first of many. */
    private static final double FIRST_OF_MANY = 0.05;

    private Voices() {}

    static void complaint(Scene scene, int day) {
        String issue = ISSUES[scene.dice().pick(ISSUE_SHARES)];
        complain(scene, day, issue);
        if (scene.trouble(Group.CONDUCT, day) > 4 && scene.dice().chance(FIRST_OF_MANY)) {
            int more = scene.dice().between(3, 12);
            for (int i = 0; i < more; i++) {
                complain(scene, day + scene.dice().below(6), issue);
            }
        }
    }

    private static void complain(Scene scene, int day, String issue) {
        Dice dice = scene.dice();
        Draft complaint = scene.fact(Kind.COMPLAINT_FILED, day)
                .in(scene.domain())
                .with("issue", issue)
                // As the mapping of a hotline hashes persons: nobody stands behind it.
                .with("complainant", "virtual-" + Long.toHexString(dice.next()));
        if (scene.trade().isFood() && dice.chance(0.04)) {
            complaint.with("expired_food", "true");
        }
        scene.send(complaint);
        if (dice.chance(0.6)) {
            double point = dice.unit();
            scene.send(scene.fact(Kind.COMPLAINT_MEDIATED, day + dice.between(5, 63))
                    .with("outcome", point < 0.65 ? "agreed" : point < 0.9 ? "failed" : "refused"));
        }
        if (issue.equals("safety") && dice.chance(0.3)) {
            Supervision.forCause(scene, day + dice.between(2, 15));
        }
    }

    /** A tip-off, verified within 15 working days, which may be doubled [S32]. */
    static void tipOff(Scene scene, int day) {
        Dice dice = scene.dice();
        scene.send(scene.fact(Kind.TIP__OFF_FILED, day).in(scene.domain()));
        if (scene.happens(0.2, Group.CONDUCT, day)) {
            int confirmed = day + dice.between(10, 42);
            scene.send(scene.fact(Kind.TIP__OFF_CONFIRMED, confirmed).in(scene.domain()));
            if (dice.chance(0.4)) {
                Supervision.caseFiled(scene, confirmed + 1);
            }
        } else if (dice.chance(0.2)) {
            Supervision.forCause(scene, day + dice.between(3, 21));
        }
    }

    static void opinion(Scene scene, int day) {
        boolean isNegative = scene.dice().chance(0.6);
        scene.send(scene.fact(Kind.OPINION_REPORTED, day)
                .with("polarity", isNegative ? "negative" : "neutral")
                .with("heat", scene.dice().chance(0.1) ? 2 : 1));
    }

    static void honour(Scene scene, int day) {
        Draft honour = scene.fact(Kind.HONOUR_AWARDED, day)
                .aboutItself()
                .endsBefore(day + 1_096)
                .with(
                        "kind",
                        scene.trade() == Trade.FOOD_FACTORY
                                ? scene.dice().of("haccp", "gmp", "taxpayer-a")
                                : scene.dice().of("taxpayer-a", "taxpayer-a", "model-shop", "quality-award"));
        scene.send(honour);
    }
}
