package dev.forewarn.city;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One business in one month, with the dice for it: what stories are told about. Everything that a happening leads to is
 * told at once; what becomes known later waits in the outbox.
 */
final class Scene {

    /** Messages that come a second time from the exchange platform, and such as are simply sent twice. Proposed. */
    private static final double REPEATED = 0.02;

    private static final double SENT_TWICE = 0.005;

    /** Facts that are corrected, or taken back. Proposed. */
    private static final double CORRECTED = 0.01;

    private static final double TAKEN_BACK = 0.005;

    private static final long HOUR_MS = 3_600_000L;
    private static final double DAY_MS = 86_400_000.0;
    private static final String EXCHANGE = Kind.SOURCE_PREFIX + "exchange";

    private final long seed;
    private final Businesses businesses;
    private final Outbox outbox;
    private Dice dice = Dice.of(0);
    private int place;
    private int order;
    private @Nullable String entityId;

    Scene(long seed, Businesses businesses, Outbox outbox) {
        this.seed = seed;
        this.businesses = businesses;
        this.outbox = outbox;
    }

    void begin(int ofPlace, Dice withDice) {
        place = ofPlace;
        dice = withDice;
        order = 0;
        entityId = null;
    }

    /** Dice that are the same for this business whenever they are asked for, named by numbers. */
    Dice diceOf(long... matter) {
        long[] named = new long[matter.length + 1];
        named[0] = businesses.number(place);
        System.arraycopy(matter, 0, named, 1, matter.length);
        return Dice.of(seed, named);
    }

    Dice dice() {
        return dice;
    }

    Businesses businesses() {
        return businesses;
    }

    int place() {
        return place;
    }

    Trade trade() {
        return businesses.trade(place);
    }

    @Nullable
    String domain() {
        return trade().domain();
    }

    double trouble(Group group, int day) {
        return businesses.trouble(place, group, day);
    }

    /**
     * Whether something bad happens that happens to this share of businesses on the average: more often to those in
     * trouble, never for certain.
     */
    boolean happens(double share, Group group, int day) {
        return dice.chance(chance(share, trouble(group, day), group));
    }

    /** How probable for a business in so much trouble is what happens to a share of all. */
    static double chance(double share, double trouble, Group group) {
        return Math.min(0.9, share * trouble / Episode.meanTrouble(group));
    }

    /** A fact of its own, on a day or the next working day if an office brings it about. */
    Draft fact(Kind kind, int day) {
        String key = nextKey(kind);
        return draft(kind, key, key, instant(kind, day));
    }

    /** The same with a number that other businesses, or earlier messages of this one, may have too. */
    Draft fact(Kind kind, int day, String key) {
        return fact(kind, key, instant(kind, day));
    }

    private long instant(Kind kind, int day) {
        int when = kind.isOfficial() ? CityDays.officeDay(day) : day;
        long time = kind.isOfficial()
                ? 9 * HOUR_MS + dice.below(8 * 3_600) * 1_000L
                : 7 * HOUR_MS + dice.below(15 * 3_600) * 1_000L;
        return CityDays.at(when, time);
    }

    /** A fact that happened at an instant, in ms since 1970. */
    Draft fact(Kind kind, String key, long occurredMs) {
        return draft(kind, key, kind.prefix() + number() + "-" + key, occurredMs);
    }

    private Draft draft(Kind kind, String key, String eventId, long occurredMs) {
        return new Draft(entityId(), place, businesses.generation(place), kind, key, eventId, occurredMs);
    }

    /** The number of the business, as records bear it. */
    String number() {
        return Long.toString(businesses.number(place), 36).toUpperCase(Locale.ROOT);
    }

    private String entityId() {
        String id = entityId;
        if (id == null) {
            id = CreditCodes.of(businesses.form(place), businesses.number(place));
            entityId = id;
        }
        return id;
    }

    /** A number that no other record of any business has. */
    String nextKey(Kind kind) {
        return kind.prefix() + number() + "-" + businesses.nextRecord(place);
    }

    /** Sends a fact as its source does, and now and then again, corrected, or taken back. */
    void send(Draft draft) {
        sendOnce(draft);
        double fate = dice.unit();
        if (fate < REPEATED) {
            known(draft.again().from(EXCHANGE), draft.recordedMs(), Lag.DAYS);
        } else if (fate < REPEATED + SENT_TWICE) {
            known(draft.again(), draft.recordedMs(), Lag.HOURS);
        } else if (fate < REPEATED + SENT_TWICE + CORRECTED) {
            Draft corrected = draft.again().version(1);
            if (draft.hasAmount()) {
                corrected.yuan(Math.max(1, draft.amountInYuan() * dice.between(5, 15) / 10));
            } else {
                corrected.with("corrected", "true");
            }
            known(corrected, draft.recordedMs(), Lag.PUBLICITY);
        } else if (fate < REPEATED + SENT_TWICE + CORRECTED + TAKEN_BACK) {
            known(draft.again().version(1).retracted(), draft.recordedMs(), Lag.PUBLICITY);
        }
    }

    /** Sends a fact that is never repeated, corrected or taken back. */
    void sendOnce(Draft draft) {
        if (draft.kind().lag() == Lag.MONTH_END) {
            int day = CityDays.dayOf(draft.occurredMs());
            int lastDay = CityDays.firstDayOf(CityDays.monthOf(day) + 1) - 1;
            draft.becomesKnown(CityDays.at(lastDay, 23 * HOUR_MS + dice.below(1_800_000)), order++);
            outbox.add(draft);
        } else {
            known(draft, draft.occurredMs(), draft.kind().lag());
        }
    }

    /** Sends a fact at an instant that is known, in ms since 1970. */
    void sendAt(Draft draft, long recordedMs) {
        draft.becomesKnown(recordedMs, order++);
        outbox.add(draft);
    }

    private void known(Draft draft, long afterMs, Lag lag) {
        double days = lag.leastDays() + dice.unit() * (lag.mostDays() - lag.leastDays());
        sendAt(draft, afterMs + 1 + (long) (days * DAY_MS));
    }
}
