package dev.forewarn.city;

/**
 * Samples: 2.96 % of food [S53] and 9.1 % of industrial products [S52] fail; of drugs, devices and cosmetics, proposed,
 * 2 %. Some failures are overturned by a re-test.
 */
final class Sampling {

    static final double FOOD_FAILED = 0.0296;
    static final double PRODUCT_FAILED = 0.091;
    static final double HEALTH_FAILED = 0.02;

    private static final double OVERTURNED = 0.05;
    private static final double RECHECK_FAILED = 0.1;
    private static final double[] LEVELS = {0.6, 0.85, 0.97, 1.0};
    private static final String[] LEVEL_NAMES = {"county", "city", "provincial", "national"};

    private Sampling() {}

    static void food(Scene scene, int day) {
        test(scene, day, "food", FOOD_FAILED);
    }

    static void product(Scene scene, int day) {
        test(scene, day, "industrial-product", PRODUCT_FAILED);
    }

    static void health(Scene scene, int day) {
        test(scene, day, String.valueOf(scene.domain()), HEALTH_FAILED);
    }

    private static void test(Scene scene, int day, String field, double share) {
        Dice dice = scene.dice();
        boolean isFailed = scene.happens(share, Group.QUALITY, day);
        Draft sample = sample(scene, day, field, isFailed);
        if (!isFailed) {
            scene.send(sample);
        } else if (dice.chance(OVERTURNED)) {
            scene.sendOnce(sample);
            Draft overturned = sample.again().version(1).retracted();
            scene.sendAt(overturned, sample.recordedMs() + dice.between(10, 30) * 86_400_000L);
        } else {
            scene.send(sample);
            follow(scene, day, field, sample);
        }
    }

    private static Draft sample(Scene scene, int day, String field, boolean isFailed) {
        Dice dice = scene.dice();
        Draft sample = scene.fact(Kind.SAMPLE_TESTED, day)
                .about("B" + dice.between(100_000, 999_999))
                .in(scene.domain())
                .with("field", field)
                .with("result", isFailed ? "failed" : "passed")
                .with("level", LEVEL_NAMES[dice.pick(LEVELS)]);
        if (isFailed) {
            sample.with("item", "item-" + dice.between(1, 8)).with("safety_item", dice.chance(0.35) ? "true" : "false");
            if (dice.chance(0.05)) {
                sample.with("vulnerable_group", "true");
            }
            if (field.equals("cosmetic") && dice.chance(0.2)) {
                sample.with("item_class", dice.of("hormone", "antibiotic", "mercury"));
            }
        }
        return sample;
    }

    private static void follow(Scene scene, int day, String field, Draft failed) {
        Dice dice = scene.dice();
        if (dice.chance(0.5)) {
            Supervision.caseFiled(scene, day + dice.between(3, 20));
        }
        if (field.equals("industrial-product")) {
            boolean isFailedAgain = scene.happens(RECHECK_FAILED, Group.QUALITY, day);
            Draft recheck = scene.fact(Kind.SAMPLE_TESTED, day + dice.between(60, 120))
                    .about("re-check of " + failed.key())
                    .in(scene.domain())
                    .with("field", field)
                    .with("result", isFailedAgain ? "failed" : "passed")
                    .with("recheck", "true");
            scene.send(recheck);
        }
    }
}
