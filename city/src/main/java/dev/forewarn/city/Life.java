package dev.forewarn.city;

import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets every business live a month: what drifts and breaks, its duties, and what happens by chance. */
final class Life {

    private static final Group[] GROUPS = Group.values();
    private static final double YEAR = 365;

    /** Days until another business opens where one closed: proposed. */
    private static final int VACANT_DAYS = 30;

    private final CityPlan plan;
    private final Businesses businesses;
    private final Scene scene;
    private final Consumer<Truth> truth;
    private final Intensities intensities = new Intensities();
    private final double[] worst = new double[GROUPS.length];
    private final double[] paces = new double[GROUPS.length];
    private final Intensities.Chances[] chances = new Intensities.Chances[GROUPS.length];

    Life(CityPlan plan, Businesses businesses, Scene scene, Consumer<Truth> truth) {
        this.plan = plan;
        this.businesses = businesses;
        this.scene = scene;
        this.truth = truth;
    }

    /** Lets one business live a month, and the next one at its place if it closes. */
    void live(int place, Month month) {
        int begin = month.from();
        int closed = businesses.closed(place);
        boolean isNew = closed != CityDays.NEVER && closed + VACANT_DAYS < month.to();
        if (isNew) {
            begin = Math.max(begin, closed + VACANT_DAYS);
            succeed(place, begin);
        }
        scene.begin(place, dice(place, month.from()));
        if (!isNew && month.index() == 0 && month.from() > plan.firstDay()) {
            drift(place, month.from());
        }
        breakDown(place, begin, month.to());
        if (!isNew && closed == CityDays.NEVER) {
            Reports.live(scene, month);
            Licences.live(scene, month.from(), month.to());
            Equipment.live(scene, month.from(), month.to());
        }
        if (!businesses.isSilent(place)) {
            happen(place, begin, month);
        }
    }

    private Dice dice(int place, int from) {
        return Dice.of(plan.seed(), businesses.number(place), Matter.MONTH, from);
    }

    private void succeed(int place, int day) {
        tellEnd(place, businesses.closed(place));
        businesses.succeed(place);
        scene.begin(place, Dice.of(plan.seed(), businesses.number(place), Matter.MONTH, -1));
        Register.open(scene, day);
    }

    private void drift(int place, int january) {
        double before = businesses.proneness(place);
        tellProneness(place, january, LocalDate.ofEpochDay(january));
        double deviation = StrictMath.log(before) / Episode.SPREAD;
        double news = StrictMath.sqrt(1 - Episode.MEMORY * Episode.MEMORY)
                * scene.dice().normal();
        businesses.setProneness(place, StrictMath.exp(Episode.SPREAD * (Episode.MEMORY * deviation + news)));
    }

    /** Some businesses are in an episode when the city begins: as many as at any other time. */
    void found(int place) {
        Dice dice = scene.dice();
        if (dice.chance(Episode.meanShare())) {
            // Long ones are met more often: their lengths are log-normal too, with a higher median.
            int days = (int) (Episode.lengthDays(dice) * StrictMath.exp(Episode.LENGTH_SPREAD * Episode.LENGTH_SPREAD));
            int begin = plan.firstDay() - dice.below(days);
            businesses.breakDown(place, begin, begin + days, Episode.cause(dice), Episode.strength(dice));
        }
    }

    private void breakDown(int place, int from, int to) {
        if (businesses.hasEpisode(place) && businesses.episodeEnd(place) <= from) {
            tellEpisode(place, LocalDate.ofEpochDay(businesses.episodeEnd(place)));
            businesses.forgetEpisode(place);
        }
        Dice dice = scene.dice();
        if (dice.chance(Episode.PER_YEAR * (to - from) / YEAR) && !businesses.hasEpisode(place)) {
            int begin = from + dice.below(to - from);
            businesses.breakDown(
                    place, begin, begin + Episode.lengthDays(dice), Episode.cause(dice), Episode.strength(dice));
        }
    }

    /**
     * Throws for everything at the pace of the month's worst day, and lets go what is too much for the day it falls on.
     */
    private void happen(int place, int from, Month month) {
        double all = 0;
        for (int i = 0; i < GROUPS.length; i++) {
            worst[i] = worst(place, GROUPS[i], from, month.to());
            chances[i] = intensities.of(businesses.trade(place), businesses.size(place), GROUPS[i]);
            all += chances[i].perDay() * worst[i];
            paces[i] = all;
        }
        Dice dice = scene.dice();
        double time = from;
        while (true) {
            time += dice.exponential(1 / all);
            if (time >= month.to() || time >= businesses.closed(place)) {
                return;
            }
            int day = (int) time;
            int group = dice.pick(paces);
            Rate rate = chances[group].pick(dice);
            double share = rate.season().of(month.index())
                    / Season.PEAK
                    * businesses.trouble(place, GROUPS[group], day)
                    / worst[group];
            if (dice.chance(share)) {
                Stories.tell(rate, scene, day);
            }
        }
    }

    /** Trouble grows within an episode, so its worst day is the last of it, or one outside. */
    private double worst(int place, Group group, int from, int to) {
        double outside = Math.max(businesses.trouble(place, group, from), businesses.trouble(place, group, to - 1));
        int end = businesses.episodeEnd(place);
        return end > from && end < to ? Math.max(outside, businesses.trouble(place, group, end - 1)) : outside;
    }

    /** Tells what is known of a business whose time, or whose city's time, is over. */
    void tellEnd(int place, int day) {
        LocalDate end = LocalDate.ofEpochDay(day);
        boolean isOver = day < plan.endDay();
        if (businesses.hasEpisode(place) && businesses.episodeBegin(place) < day) {
            int over = Math.min(day, businesses.episodeEnd(place));
            tellEpisode(place, isOver || over < day ? LocalDate.ofEpochDay(over) : null);
        }
        tellProneness(place, day, isOver ? end : null);
    }

    private void tellProneness(int place, int before, @Nullable LocalDate until) {
        int january = (int)
                LocalDate.of(LocalDate.ofEpochDay(before - 1L).getYear(), 1, 1).toEpochDay();
        int from = Math.max(january, Math.max(plan.firstDay(), businesses.established(place)));
        if (from < before) {
            tell(place, Truth.What.PRONENESS, from, until, businesses.proneness(place), "");
        }
    }

    private void tellEpisode(int place, @Nullable LocalDate until) {
        tell(
                place,
                Truth.What.EPISODE,
                businesses.episodeBegin(place),
                until,
                businesses.episodeStrength(place),
                businesses.episodeCause(place).name().toLowerCase(Locale.ROOT));
    }

    private void tell(int place, Truth.What what, int from, @Nullable LocalDate until, double level, String cause) {
        String id = CreditCodes.of(businesses.form(place), businesses.number(place));
        truth.accept(new Truth(id, what, LocalDate.ofEpochDay(from), until, level, cause, businesses.isSilent(place)));
    }
}
