package dev.forewarn.core.assess;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Horizon;
import java.util.BitSet;
import java.util.List;

/**
 * The scores and classes of one entity on one day under one plan. Filled again for each day, so that assessing makes
 * little garbage; not for use by two threads at once.
 */
final class DayAssessment implements DayView {

    private static final BitSet NO_MEASURE = new BitSet();

    private final Plan plan;
    private final Horizon horizon = new Horizon();
    private final DayFacts facts;
    private final DayReadings readings;
    private final SchemeDay[] schemes;
    private final FusedRanks fused;
    private final EarlierDay earlier;
    /** From when on time may change a score. */
    private int scoreChange = Horizon.NEVER;
    /** Where what is asked at the moment says when it may change. */
    private Horizon asked = horizon;

    DayAssessment(Plan plan) {
        this.plan = plan;
        this.facts = new DayFacts(plan);
        this.readings = new DayReadings(plan, facts, horizon);
        this.schemes = plan.catalogue().schemes().stream()
                .map(scheme -> new SchemeDay(plan, scheme, sharesOfNothing(scheme), this))
                .toArray(SchemeDay[]::new);
        this.fused = new FusedRanks(plan, schemes, facts);
        this.earlier = new EarlierDay(plan);
    }

    /** What each indicator earns where no fact was ever read: most indicators of most entities. */
    private long[] sharesOfNothing(Scheme scheme) {
        return scheme.indicators().stream()
                .mapToLong(indicator -> {
                    ReadingSpec spec = plan.catalogue().readings().get(indicator.reading());
                    Reading reading = readings.reading(indicator.reading());
                    return indicator.points().share(reading, spec, scheme.combination(), 0, horizon);
                })
                .toArray();
    }

    /** Reads and scores a day. */
    void fill(FactBook book, int day) {
        fill(book, day, Long.MAX_VALUE, NO_MEASURE);
    }

    /**
     * Reads and scores a day as it stood at one of its instants: what ended later in the day had not ended yet.
     *
     * @param instantMs endings later than this do not count, in ms
     */
    void fill(FactBook book, int day, long instantMs) {
        fill(book, day, instantMs, NO_MEASURE);
    }

    /**
     * Scores the day of another assessment as if some measures took no fact, but for what the business is.
     *
     * @param book the facts that the other was filled with
     * @param without positions of the measures
     */
    void fillWithout(FactBook book, DayAssessment other, BitSet without) {
        takeOver(book, other, without);
        for (int measure = without.nextSetBit(0); measure >= 0; measure = without.nextSetBit(measure + 1)) {
            earnAnew(plan.places().ofMeasure(measure));
        }
        finish(facts.present());
    }

    /** Takes over another assessment, without asking when anything changes. */
    void fillAs(FactBook book, DayAssessment other) {
        takeOver(book, other, NO_MEASURE);
        finish(new BitSet());
    }

    private void takeOver(FactBook book, DayAssessment other, BitSet without) {
        begin(book, other.today(), Long.MAX_VALUE, without);
        for (int s = 0; s < schemes.length; s++) {
            schemes[s].copy(other.schemes[s]);
        }
    }

    /**
     * Moves on to a later day on which the indicators of some places may have changed; the facts are the same. Each may
     * say for itself when it changes next, however late.
     */
    void beginDay(int day) {
        horizon.reset();
        readings.begin(day, NO_MEASURE);
    }

    /** What an indicator earns today; says when that may change. */
    void earn(IndicatorPlace place, Horizon changes) {
        Indicator indicator = place.indicator();
        schemes[place.scheme()].earn(
                place.position(),
                indicator
                        .points()
                        .share(reading(indicator.reading()), place.spec(), place.combination(), today(), changes));
    }

    /** Scores and ranks anew after what some indicators earn has changed. */
    void finish(BitSet changed) {
        for (int s = 0; s < schemes.length; s++) {
            if (standsIn(s)) {
                schemes[s].finish(this, changed);
            }
        }
        fused.finish();
    }

    private void fill(FactBook book, int day, long instantMs, BitSet without) {
        begin(book, day, instantMs, without);
        earn();
        finish(facts.present());
        scoreChange = horizon.day();
    }

    /**
     * Reads and scores a day on which facts of one type have changed, from what was known of an earlier one.
     *
     * @param known what {@link #save} wrote, under this plan
     * @param knownUntil the day from which on it may no longer hold; after {@code day}
     * @param scoresUntil the day from which on its scores may no longer hold; not before {@code knownUntil}
     * @param type position of the type, −1 if nothing reads it
     * @param changedFrom the first day of which anything is otherwise
     * @return whether that was possible; if not, the day must be filled anew
     */
    boolean refill(FactBook book, int day, Unpacker known, int knownUntil, int scoresUntil, int type, int changedFrom) {
        begin(book, day, Long.MAX_VALUE, NO_MEASURE);
        horizon.on(scoresUntil);
        if (known.readVar() != facts.domains()) {
            return false;
        }
        for (int s = 0; s < schemes.length; s++) {
            if (standsIn(s)) {
                schemes[s].restore(known);
            }
        }
        earlier.restore(known, changedFrom);
        BitSet changed = new BitSet();
        if (type >= 0) {
            changed.set(type);
            earnAnew(plan.places().affectedBy(type));
        }
        finish(changed);
        scoreChange = horizon.day();
        horizon.on(knownUntil);
        return true;
    }

    /** Writes what has been worked out, for {@link #refill}. */
    void save(Packer packer) {
        packer.writeVar(facts.domains());
        for (int s = 0; s < schemes.length; s++) {
            if (standsIn(s)) {
                schemes[s].save(packer);
            }
        }
        earlier.save(packer);
    }

    private void begin(FactBook book, int day, long instantMs, BitSet without) {
        asked = horizon;
        horizon.reset();
        facts.fill(book, instantMs);
        readings.begin(day, without);
        earlier.begin(book);
        for (SchemeDay scheme : schemes) {
            scheme.begin();
        }
    }

    private void earn() {
        BitSet present = facts.present();
        for (int type = present.nextSetBit(0); type >= 0; type = present.nextSetBit(type + 1)) {
            earn(plan.places().reading(type), facts.matches(type));
        }
        for (IndicatorPlace place : plan.places().conditional()) {
            if (!facts.applies(place.appliesBit())) {
                schemes[place.scheme()].earn(place.position(), 0);
            }
        }
    }

    private void earnAnew(List<IndicatorPlace> places) {
        for (int i = 0; i < places.size(); i++) {
            IndicatorPlace place = places.get(i);
            if (standsIn(place.scheme()) && facts.applies(place.appliesBit())) {
                earn(place, horizon);
            }
        }
    }

    private void earn(List<IndicatorPlace> places, long matched) {
        for (int i = 0; i < places.size(); i++) {
            IndicatorPlace place = places.get(i);
            boolean isTaken = place.bit() == Plan.ALWAYS || (matched >>> place.bit() & 1) != 0;
            if (isTaken && standsIn(place.scheme()) && facts.applies(place.appliesBit())) {
                earn(place, horizon);
            }
        }
    }

    Plan plan() {
        return plan;
    }

    DayFacts facts() {
        return facts;
    }

    DayReadings readings() {
        return readings;
    }

    /** The fused classes of the domains. */
    FusedRanks fused() {
        return fused;
    }

    /** How a scheme came to its result. */
    SchemeDay scheme(int position) {
        return schemes[position];
    }

    /** Whether the entity stands in the domain of a scheme. */
    boolean standsIn(int scheme) {
        return facts.standsIn(scheme);
    }

    @Override
    public int today() {
        return readings.today();
    }

    @Override
    public Reading reading(int position) {
        return readings.reading(position);
    }

    @Override
    public int score(int scheme) {
        return standsIn(scheme) ? schemes[scheme].score() : 0;
    }

    @Override
    public int staticScore(int scheme) {
        return standsIn(scheme) ? schemes[scheme].staticSide().score() : 0;
    }

    @Override
    public int earlierScore(int scheme, int days) {
        return earlier.score(scheme, today(), days, asked);
    }

    @Override
    public int fusedRank(int scheme) {
        return fused.of(scheme);
    }

    @Override
    public Horizon horizon() {
        return asked;
    }

    /** Lets what is asked from now on say into another horizon when it may change. */
    void askInto(Horizon other) {
        asked = other;
    }

    /** The day of the next change that has been said of the day as a whole. */
    int nextChange() {
        return horizon.day();
    }

    /** The day of the next change of a score. */
    int scoreChange() {
        return scoreChange;
    }

    /** Everything that a published assessment shows, in one number: whether there is something new to say. */
    long digest() {
        long digest = plan.fingerprint() ^ facts.domains();
        for (int s = 0; s < schemes.length; s++) {
            if (standsIn(s)) {
                digest = mix(schemes[s].digest(digest), fused.of(s));
            }
        }
        return digest;
    }

    static long mix(long digest, long value) {
        long mixed = (digest ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
