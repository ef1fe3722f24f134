package dev.forewarn.city;

import java.util.Optional;

/** Licences: granted for five years, renewed in time or not. Shares are proposed. */
final class Licences {

    private static final double RENEWED = 0.93;
    private static final double RENEWED_BY_SILENT = 0.85;

    /** Of those that let it lapse: who gets a new one later; the others close. */
    private static final double LATE = 0.6;

    /** Of those that let it lapse: who is seen to go on trading. */
    private static final double SEEN_TRADING = 0.35;

    private Licences() {}

    /** The licence that it holds, granted on a day; none if its trade needs none. */
    static Optional<Draft> granted(Scene scene, int day) {
        String field = scene.trade().licence();
        int end = scene.businesses().licenceEnd(scene.place());
        if (field == null || end == CityDays.NEVER) {
            return Optional.empty();
        }
        return Optional.of(granted(scene, field, day, end));
    }

    private static Draft granted(Scene scene, String field, int day, int end) {
        Draft draft = scene.fact(Kind.LICENCE_GRANTED, day, key(scene))
                .aboutItself()
                .in(scene.domain())
                .endsBefore(end)
                .with("field", field);
        int revision = scene.businesses().licenceRevision(scene.place());
        describe(draft, scene.trade(), scene.businesses().size(scene.place()), scene.diceOf(Matter.LICENCE));
        return revision == 0 ? draft : draft.version(revision);
    }

    private static String key(Scene scene) {
        return "LI-" + scene.number() + "-" + scene.businesses().licenceNumber(scene.place());
    }

    /** What a licence says of a trade: the same whenever it is granted again. */
    private static void describe(Draft draft, Trade trade, Size size, Dice dice) {
        switch (trade) {
            case GROCERY, FRUIT -> shop(draft, trade, size, dice);
            case RESTAURANT ->
                draft.with(
                        "category",
                        size.rank() > 1 ? "large" : dice.of("snacks", "snacks", "small", "small", "medium"));
            case CANTEEN ->
                draft.with(
                        "category",
                        dice.of(
                                "school",
                                "school",
                                "kindergarten",
                                "kindergarten",
                                "elderly-canteen",
                                "central-kitchen"));
            case FOOD_FACTORY -> {
                draft.with("tier", dice.of("I", "I", "II", "II", "III", "IV"));
                if (dice.chance(0.05)) {
                    draft.with("vulnerable_consumers", "true");
                }
            }
            case PHARMACY, DRUG_MAKER -> {
                draft.with("scope_class", dice.between(1, 3));
                if (dice.chance(0.25)) {
                    draft.with("cold_chain", "true");
                }
                if (dice.chance(0.1)) {
                    draft.with("special_drugs", "true");
                }
            }
            case DEVICE_SHOP, DEVICE_MAKER -> {
                draft.with("supervision_level", Math.min(dice.between(1, 4), dice.between(1, 4)));
                if (dice.chance(0.05)) {
                    draft.with("third_party_storage", "true");
                }
            }
            case SALON -> draft.with("category", "salon");
            case COSMETIC_SHOP -> draft.with("category", "retail");
            case COSMETIC_MAKER -> draft.with("category", dice.of("production", "production", "special", "children"));
            case FACTORY -> draft.with("tier", dice.of("I", "II", "II", "III", "III", "III"));
            default -> {}
        }
    }

    private static void shop(Draft draft, Trade trade, Size size, Dice dice) {
        double scale = StrictMath.pow(4, size.rank());
        boolean isFresh = trade == Trade.FRUIT;
        draft.with("area_m2", Math.round(dice.logNormal(40 * scale, 0.5)))
                .with("packed_ambient", isFresh ? 0 : Math.round(dice.logNormal(300 * scale, 0.6)))
                .with("packed_cold", Math.round(dice.logNormal(20 * scale, 0.6)))
                .with("bulk_ambient", Math.round(dice.logNormal(15 * scale, 0.6)))
                .with("bulk_cold", isFresh ? Math.round(dice.logNormal(10 * scale, 0.6)) : 0)
                .with("made_on_site", dice.chance(0.15) ? dice.between(1, 15) : 0)
                .with("suppliers", Math.round(dice.logNormal(12 * scale, 0.5)))
                .with("salt", dice.of("local", "local", "other", "both"));
        if (isFresh || dice.chance(0.2)) {
            draft.with("fresh_meat", "true");
        }
        if (dice.chance(0.1)) {
            draft.with("special_foods", "true");
        }
    }

    /** What becomes of a licence that ends within ninety days: told once, in the month in which that window opens. */
    static void live(Scene scene, int from, int to) {
        Businesses all = scene.businesses();
        int end = all.licenceEnd(scene.place());
        if (end == CityDays.NEVER || end - 90 >= to) {
            return;
        }
        boolean isRenewed = scene.dice().chance(all.isSilent(scene.place()) ? RENEWED_BY_SILENT : RENEWED);
        if (isRenewed) {
            renew(scene, from, end);
        } else {
            lapse(scene, from, end);
        }
    }

    private static void renew(Scene scene, int from, int end) {
        int applied = Math.max(from, end - scene.dice().between(45, 85));
        scene.send(scene.fact(Kind.LICENCE_RENEWAL__APPLIED, applied).about(key(scene)));
        int granted = Math.max(applied, end - scene.dice().between(5, 30));
        String field = String.valueOf(scene.trade().licence());
        scene.businesses().renewLicence(scene.place(), end + Register.LICENCE_DAYS);
        scene.sendOnce(granted(scene, field, granted, end + Register.LICENCE_DAYS));
    }

    private static void lapse(Scene scene, int from, int end) {
        Dice dice = scene.dice();
        int resumed = Math.max(from, end) + dice.between(5, 90);
        boolean isLate = dice.chance(LATE);
        if (dice.chance(SEEN_TRADING)) {
            Draft seen = scene.fact(Kind.ACTIVITY_UNLICENSED, Math.max(from, end + dice.between(1, 40)))
                    .about(key(scene))
                    .in(scene.domain());
            scene.send(seen);
            scene.send(scene.fact(Kind.ACTIVITY_CEASED, resumed + 40).about(key(scene)));
        }
        scene.businesses().replaceLicence(scene.place(), isLate ? resumed + Register.LICENCE_DAYS : CityDays.NEVER);
        if (isLate) {
            granted(scene, resumed).ifPresent(scene::sendOnce);
        } else {
            Register.close(scene, Math.max(from, end));
        }
    }
}
