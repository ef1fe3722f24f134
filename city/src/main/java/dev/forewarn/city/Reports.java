package dev.forewarn.city;

import java.util.List;
import java.util.function.Consumer;

/**
 * Annual reports: due by 30 June of the next year [S34], most of them in the last weeks; who files none may be put on
 * the abnormal list. Shares are proposed, so that 850 reports come from 1,000 businesses a year.
 */
final class Reports {

    private static final double NEVER_FILED = 0.10;
    private static final double LATE = 0.03;
    private static final double LISTED = 0.3;

    /** Of those listed: who never files, and after three years goes onto the serious list. */
    private static final double NEVER_REMOVED = 0.02;

    private static final int THREE_YEARS = 1_096;
    private static final int NONE = -1;

    /** Silent businesses file half as reliably as the others. */
    private static final double MEAN_TENDENCY =
            StrictMath.exp(Episode.SPREAD * Episode.SPREAD / 2) * (1 + Intensities.SILENT);

    /** How many of those in time file by the end of each month from January on, in hundredths. */
    private static final double[] MONTHS = {4, 10, 20, 34, 55, 100};

    private Reports() {}

    /**
     * What a business does about its report of one year.
     *
     * @param filed the day, or none
     * @param listed the day on which it is put on the abnormal list, or none
     */
    private record Fate(int filed, int listed) {}

    /** The same whenever it is asked for within a year, for proneness changes on 1 January only. */
    private static Fate fate(Scene scene, Month year) {
        Businesses all = scene.businesses();
        Dice dice = scene.diceOf(Matter.REPORT, year.year());
        double tendency = all.proneness(scene.place()) * (all.isSilent(scene.place()) ? 2 : 1) / MEAN_TENDENCY;
        double fate = dice.unit();
        double never = Math.min(0.6, NEVER_FILED * tendency);
        int july = year.firstOf(6);
        if (fate < never) {
            return new Fate(NONE, dice.chance(LISTED) ? july + dice.between(9, 80) : NONE);
        }
        if (fate < never + Math.min(0.3, LATE * tendency)) {
            return new Fate(july + dice.between(0, 120), NONE);
        }
        int month = dice.pick(MONTHS);
        int days = year.firstOf(month + 1) - year.firstOf(month);
        // Within a month the later days are fuller.
        return new Fate(year.firstOf(month) + (int) (StrictMath.sqrt(dice.unit()) * days), NONE);
    }

    /** Looks in January, and when the city begins, on which day something will come of the year's duty. */
    static void plan(Scene scene, Month year) {
        int day = CityDays.NEVER;
        if (hasDuty(scene, year)) {
            Fate fate = fate(scene, year);
            day = fate.filed() != NONE ? fate.filed() : fate.listed() != NONE ? CityDays.officeDay(fate.listed()) : day;
        }
        scene.businesses().planReport(scene.place(), day);
    }

    /** Tells what comes of the duty of the year, in the month in which it does. */
    static void live(Scene scene, Month month) {
        if (month.index() == 0) {
            plan(scene, month);
        }
        if (!month.holds(scene.businesses().reportDay(scene.place()))) {
            return;
        }
        Fate fate = fate(scene, month);
        if (fate.filed() != NONE) {
            scene.sendOnce(report(scene, month.year(), fate.filed()));
        } else {
            list(scene, month.year(), CityDays.officeDay(fate.listed()));
        }
    }

    private static boolean hasDuty(Scene scene, Month year) {
        return scene.businesses().established(scene.place()) < year.firstOf(0);
    }

    /** Tells the reports that were filed before the city begins and that its first year may ask for. */
    static void filedBefore(Scene scene, Month first, Consumer<Draft> told) {
        plan(scene, first);
        int lastYear = first.firstOf(0) - 1;
        for (Month year : List.of(new Month(lastYear, lastYear + 1), first)) {
            if (hasDuty(scene, year)) {
                int filed = fate(scene, year).filed();
                if (filed != NONE && filed < first.from()) {
                    told.accept(report(scene, year.year(), filed));
                }
            }
        }
    }

    private static Draft report(Scene scene, int dueYear, int day) {
        String reported = Integer.toString(dueYear - 1);
        Dice dice = scene.diceOf(Matter.REPORT, dueYear, 1);
        double debt = dice.logNormal(0.45, 0.5) * Math.min(4, scene.trouble(Group.FINANCE, day));
        Draft draft = scene.fact(Kind.ANNUAL__REPORT_FILED, day, reported)
                .about(reported)
                .with("debt_ratio", Math.round(Math.min(9, debt) * 100) / 100.0);
        if (scene.businesses().form(scene.place()) != Form.SELF_EMPLOYED) {
            draft.with("paid_in_capital", dice.chance(0.1) ? 0 : Math.round(dice.logNormal(30, 1)) * 10_000.0);
        }
        return draft;
    }

    private static void list(Scene scene, int dueYear, int day) {
        if (scene.businesses().listedUntil(scene.place()) > day) {
            return;
        }
        Dice dice = scene.dice();
        scene.send(scene.fact(Kind.ABNORMAL_LISTED, day).with("reason", "annual-report"));
        if (dice.chance(NEVER_REMOVED)) {
            scene.businesses().list(scene.place(), CityDays.NEVER);
            scene.send(scene.fact(Kind.SERIOUS_LISTED, day + THREE_YEARS)
                    .with("reason", "three years on the abnormal list"));
            return;
        }
        int removed = day + 15 + Math.min(1_000, (int) dice.exponential(200));
        scene.businesses().list(scene.place(), removed);
        scene.sendOnce(report(scene, dueYear, removed - 2));
        scene.sendOnce(scene.fact(Kind.ABNORMAL_REMOVED, removed));
    }
}
