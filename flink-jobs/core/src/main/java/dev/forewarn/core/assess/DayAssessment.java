package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.fact.Fact;
import dev.forewarn.core.fact.FactBook;
import dev.forewarn.core.fact.Rows;
import dev.forewarn.core.indicator.DayView;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.MeasurePlan;
import dev.forewarn.core.indicator.Reader;
import dev.forewarn.core.indicator.Reading;
import dev.forewarn.core.indicator.ReadingSpec;
import dev.forewarn.core.time.Horizon;
import java.util.Arrays;
import java.util.List;

/**
 * The readings, scores and classes of one entity on one day under one plan. Filled again for each day, so that
 * assessing makes little garbage; not for use by two threads at once.
 */
final class DayAssessment implements DayView, MeasurePlan.Sections {

    private final Plan plan;
    private final Reader reader;
    private final Rows[] sections;
    private final long[] matches;
    private final ReadingSpec[] specs;
    private final MeasurePlan[] measures;
    private final Reading[] readings;
    private final boolean[] isRead;
    private final long[][] shares;
    /** What each indicator earns where no fact was ever read: most indicators of most entities. */
    private final long[][] sharesOfNothing;

    private final int[] scores;
    private final int[] fusedRanks;
    private final Horizon horizon = new Horizon();
    private int today;
    private long endingsUntilMs = Long.MAX_VALUE;
    private int domains;
    private DayFrame frame;

    DayAssessment(Plan plan) {
        this.plan = plan;
        Catalogue catalogue = plan.catalogue();
        this.reader = new Reader(catalogue.days());
        this.sections = new Rows[plan.types().size()];
        this.matches = new long[sections.length];
        this.specs = catalogue.readings().toArray(new ReadingSpec[0]);
        this.measures = catalogue.readings().stream()
                .map(spec -> plan.measure(spec.measure()))
                .toArray(MeasurePlan[]::new);
        this.readings = catalogue.readings().stream().map(Reader::slot).toArray(Reading[]::new);
        this.isRead = new boolean[readings.length];
        this.shares = catalogue.schemes().stream()
                .map(scheme -> new long[scheme.indicators().size()])
                .toArray(long[][]::new);
        this.scores = new int[shares.length];
        this.fusedRanks = new int[shares.length];
        this.frame = plan.frame(0);
        Arrays.fill(sections, Rows.EMPTY);
        this.sharesOfNothing = catalogue.schemes().stream()
                .map(scheme -> scheme.indicators().stream()
                        .mapToLong(indicator -> share(scheme, indicator))
                        .toArray())
                .toArray(long[][]::new);
    }

    /** Reads and scores a day. */
    void fill(FactBook book, int day) {
        fill(book, day, Long.MAX_VALUE);
    }

    /**
     * Reads and scores a day as it stood at one of its instants: what ended later in the day had not ended yet.
     *
     * @param instantMs endings later than this do not count, in ms
     */
    void fill(FactBook book, int day, long instantMs) {
        endingsUntilMs = instantMs;
        today = day;
        frame = plan.frame(day);
        horizon.reset();
        Arrays.fill(isRead, false);
        Arrays.fill(sections, Rows.EMPTY);
        for (int s = 0; s < shares.length; s++) {
            System.arraycopy(sharesOfNothing[s], 0, shares[s], 0, shares[s].length);
        }
        long named = 0;
        List<Rows> held = book.sections();
        for (int i = 0; i < held.size(); i++) {
            Rows rows = held.get(i);
            int position = plan.positionOf(rows.type());
            if (position >= 0) {
                sections[position] = rows;
            }
            long matched = matched(rows);
            named |= matched;
            if (position >= 0) {
                matches[position] = matched;
            }
        }
        domains = (int) (named >>> Plan.MOST_CONDITIONS);
        if (plan.general() >= 0) {
            domains |= 1 << plan.general();
        }
        score();
    }

    /** The bits that any row has which has not been retracted. */
    private static long matched(Rows rows) {
        long matched = 0;
        for (int i = 0; i < rows.size(); i++) {
            Fact fact = rows.get(i);
            matched |= fact.isRetracted() ? 0 : fact.matches();
        }
        return matched;
    }

    private void score() {
        List<Scheme> schemes = plan.catalogue().schemes();
        for (int type = 0; type < sections.length; type++) {
            if (sections[type].size() > 0) {
                earn(plan.indicatorsOf(type), matches[type]);
            }
        }
        for (int s = 0; s < shares.length; s++) {
            scores[s] = standsIn(s) ? scoreOf(schemes.get(s), shares[s]) : 0;
        }
        for (int s = 0; s < shares.length; s++) {
            fusedRanks[s] = standsIn(s) ? fusedRank(s, 0) : 0;
        }
    }

    private void earn(List<Plan.IndicatorPlace> places, long matched) {
        for (int i = 0; i < places.size(); i++) {
            Plan.IndicatorPlace place = places.get(i);
            if ((matched >>> place.bit() & 1) != 0 && standsIn(place.scheme())) {
                Indicator indicator = place.indicator();
                shares[place.scheme()][place.position()] = indicator
                        .points()
                        .share(reading(indicator.reading()), place.spec(), place.combination(), today, horizon);
            }
        }
    }

    private long share(Scheme scheme, Indicator indicator) {
        ReadingSpec spec = plan.catalogue().readings().get(indicator.reading());
        return indicator.points().share(reading(indicator.reading()), spec, scheme.combination(), today, horizon);
    }

    private static int scoreOf(Scheme scheme, long[] shares) {
        long total = 0;
        for (long share : shares) {
            total += share;
        }
        return scheme.combination().scoreOf(total, scheme.scale());
    }

    /** The rank of a domain's fused class if every score were higher by a margin in points. */
    int fusedRank(int scheme, int margin) {
        int rank = rank(scheme, scores[scheme], margin);
        int general = plan.general();
        if (general < 0 || general == scheme) {
            return rank;
        }
        return fused(plan.catalogue().schemes().get(scheme), rank, rank(general, scores[general], margin));
    }

    // A scheme with fewer classes than the general one has no worse class than its last.
    private static int fused(Scheme scheme, int rank, int generalRank) {
        int last = scheme.bands().labels().size() - 1;
        return Math.min(last, scheme.fusion().fuse(rank, generalRank));
    }

    /** The rank of a domain's fused class if only what the business is counted, not what it does. */
    int staticFusedRank(int scheme) {
        int rank = rank(scheme, staticScore(scheme), 0);
        int general = plan.general();
        if (general < 0 || general == scheme) {
            return rank;
        }
        return fused(plan.catalogue().schemes().get(scheme), rank, rank(general, staticScore(general), 0));
    }

    private int staticScore(int position) {
        Scheme scheme = plan.catalogue().schemes().get(position);
        long total = 0;
        for (int i = 0; i < shares[position].length; i++) {
            total += scheme.indicators().get(i).isStatic() ? shares[position][i] : 0;
        }
        return scheme.combination().scoreOf(total, scheme.scale());
    }

    private int rank(int position, int score, int margin) {
        Scheme scheme = plan.catalogue().schemes().get(position);
        return scheme.bands().rankOf(Math.min(scheme.scale(), score + margin));
    }

    int rank(int scheme) {
        return rank(scheme, scores[scheme], 0);
    }

    Plan plan() {
        return plan;
    }

    Reader reader() {
        return reader;
    }

    /** Whether the entity stands in the domain of a scheme. */
    boolean standsIn(int scheme) {
        return (domains >>> scheme & 1) != 0;
    }

    /** The shares of a scheme's indicators, by position. */
    long[] shares(int scheme) {
        return shares[scheme];
    }

    @Override
    public int today() {
        return today;
    }

    @Override
    public Reading reading(int position) {
        if (!isRead[position]) {
            // Whatever changes after the next change that is known already is of no interest.
            read(position, horizon.day());
            isRead[position] = true;
        }
        return readings[position];
    }

    /** A reading that also knows when it changes, however late. */
    Reading exactReading(int position) {
        read(position, Horizon.NEVER);
        return readings[position];
    }

    private void read(int position, int untilDay) {
        int[] firstDays = frame.firstDays(position);
        reader.read(specs[position], measures[position], this, firstDays, today, untilDay, readings[position]);
    }

    @Override
    public int score(int scheme) {
        return scores[scheme];
    }

    @Override
    public int fusedRank(int scheme) {
        return fusedRanks[scheme];
    }

    @Override
    public Horizon horizon() {
        return horizon;
    }

    @Override
    public long endingsUntilMs() {
        return endingsUntilMs;
    }

    @Override
    public Rows rows(int type) {
        return type < 0 ? Rows.EMPTY : sections[type];
    }

    /** Everything that a published assessment shows, in one number: whether there is something new to say. */
    long digest() {
        long digest = plan.fingerprint() ^ domains;
        for (int s = 0; s < shares.length; s++) {
            if (standsIn(s)) {
                for (long share : shares[s]) {
                    digest = mix(digest, share);
                }
                digest = mix(digest, scores[s] * 64L + fusedRanks[s]);
            }
        }
        return digest;
    }

    static long mix(long digest, long value) {
        long mixed = (digest ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }
}
