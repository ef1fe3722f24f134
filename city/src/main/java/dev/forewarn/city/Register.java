package dev.forewarn.city;

import dev.forewarn.city.Businesses.Birth;
import java.util.List;
import java.util.stream.DoubleStream;

/** The register: how businesses open, change and close. */
final class Register {

    /** Years for which licences hold: devices, cosmetics, food [S33][S35]; taken for all. */
    static final int LICENCE_DAYS = 1_826;

    private static final int YEAR = 365;
    private static final int OLDEST_DAYS = 30 * YEAR;
    private static final int GRIDS = 48;
    private static final long DAY_MS = 86_400_000L;
    private static final String[] ITEMS = {"legal-representative", "address", "scope", "capital", "shareholders"};
    private static final double[] ITEM_SHARES = {0.15, 0.40, 0.75, 0.90, 1.0};
    private static final List<Trade> TRADES = List.of(Trade.values());
    private static final double[] TRADE_SHARES = cumulated(TRADES.stream().mapToDouble(Trade::share));
    private static final List<Size> SIZES = List.of(Size.values());
    private static final double[] SIZE_SHARES = cumulated(SIZES.stream().mapToDouble(Size::share));

    private Register() {}

    /** Opens a business that has been there for some time when the city begins. */
    static void found(Scene scene, int firstDay) {
        Dice dice = scene.diceOf(Matter.BIRTH);
        double perYear = Rate.CLOSING.perThousand() / 1_000;
        int age = Math.min(OLDEST_DAYS, 1 + (int) dice.exponential(YEAR / perYear));
        int left = 1 + dice.below(LICENCE_DAYS - 1);
        open(scene, dice, firstDay - age, firstDay + left);
    }

    /** Opens a business anew, as a city where one closed, and tells it. */
    static void open(Scene scene, int day) {
        open(scene, scene.diceOf(Matter.BIRTH), day, day + LICENCE_DAYS);
        Draft profile = profile(scene);
        scene.sendOnce(profile);
        Licences.granted(scene, day).ifPresent(scene::sendOnce);
        Equipment.registered(scene, day).forEach(scene::sendOnce);
    }

    private static void open(Scene scene, Dice dice, int established, int licenceEnd) {
        Trade trade = TRADES.get(dice.pick(TRADE_SHARES));
        Size size = SIZES.get(dice.pick(SIZE_SHARES));
        double proneness = StrictMath.exp(Episode.SPREAD * dice.normal());
        boolean isSilent = dice.chance(Intensities.SILENT);
        scene.businesses()
                .open(
                        scene.place(),
                        new Birth(
                                trade,
                                size,
                                form(trade, dice),
                                isSilent,
                                proneness,
                                established,
                                trade.licence() == null ? CityDays.NEVER : licenceEnd));
    }

    /** Makers are enterprises, so that fewer of the others are. */
    private static Form form(Trade trade, Dice dice) {
        double makers =
                TRADES.stream().filter(Trade::isMaker).mapToInt(Trade::share).sum() / 1_000.0;
        double point = dice.unit() * (1 - makers);
        if (trade.isMaker()) {
            return Form.ENTERPRISE;
        }
        if (point < Form.SELF_EMPLOYED.share()) {
            return Form.SELF_EMPLOYED;
        }
        return point < Form.SELF_EMPLOYED.share() + Form.COOPERATIVE.share() ? Form.COOPERATIVE : Form.ENTERPRISE;
    }

    /** Who the business is: the same whenever it is asked for. */
    static Draft profile(Scene scene) {
        Businesses all = scene.businesses();
        int place = scene.place();
        Dice dice = scene.diceOf(Matter.PROFILE);
        long morning = CityDays.at(all.established(place), 9 * 3_600_000L);
        Trade trade = all.trade(place);
        Draft profile = scene.fact(Kind.ENTITY_PROFILE, "REG-" + scene.number(), morning)
                .named(Names.of(trade, dice), "grid-" + (1 + dice.below(GRIDS)))
                .in(trade.domain())
                .with("kind", all.form(place).wire())
                .with("status", "active")
                .with("size", all.size(place).wire())
                .with("trade", trade.wire())
                .with("sector_risk", trade.sectorRisk());
        if (all.form(place) == Form.ENTERPRISE && dice.chance(0.12)) {
            profile.with("legal_form", dice.of("branch", "branch", "sole-proprietorship"));
        }
        if (dice.chance(0.04)) {
            profile.with("address_hosted", "true");
        }
        return profile;
    }

    static void change(Scene scene, int day) {
        boolean isSurprise =
                scene.trouble(Group.CONDUCT, day) > 4 && scene.dice().chance(0.1);
        if (isSurprise) {
            for (int item = 0; item < 3; item++) {
                change(scene, day + scene.dice().below(15), item);
            }
        } else {
            change(scene, day, scene.dice().pick(ITEM_SHARES));
        }
    }

    private static void change(Scene scene, int day, int item) {
        Draft draft = scene.fact(Kind.REGISTRATION_CHANGED, day).with("item", ITEMS[item]);
        Dice dice = scene.dice();
        if (item == 3) {
            long before = Math.round(dice.logNormal(50, 1)) * 10_000;
            double factor = dice.chance(0.7) ? 1 + dice.unit() * 2 : 0.3 + dice.unit() * 0.7;
            draft.with("before", before).with("after", Math.round(before * factor));
        } else if (item == 4) {
            draft.with("extent", dice.chance(0.2) ? "all" : "part");
        }
        scene.send(draft);
    }

    /** Announces the closing, mostly, and closes some weeks later. */
    static void close(Scene scene, int day) {
        Businesses all = scene.businesses();
        if (all.closed(scene.place()) != CityDays.NEVER) {
            return;
        }
        boolean isAnnounced = scene.dice().chance(0.8);
        if (isAnnounced) {
            scene.send(scene.fact(Kind.DEREGISTRATION_ANNOUNCED, day));
        }
        int end = CityDays.officeDay(day + (isAnnounced ? scene.dice().between(20, 45) : 2));
        all.close(scene.place(), end);
        Draft last =
                profile(scene).with("status", "deregistered").endsBefore(end).version(1);
        scene.sendAt(last, CityDays.at(end, 8 * 3_600_000L) + scene.dice().below((int) (DAY_MS / 4)));
    }

    static void withdrawnClosing(Scene scene, int day) {
        scene.send(scene.fact(Kind.DEREGISTRATION_ANNOUNCED, day));
        scene.send(scene.fact(Kind.DEREGISTRATION_WITHDRAWN, day + scene.dice().between(3, 40)));
    }

    static void dormancy(Scene scene, int day) {
        scene.send(scene.fact(Kind.DORMANCY_DECLARED, day));
        if (scene.dice().chance(0.6)) {
            scene.send(scene.fact(Kind.DORMANCY_ENDED, day + scene.dice().between(60, 900)));
        }
    }

    private static double[] cumulated(DoubleStream weights) {
        double[] sums = weights.toArray();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
