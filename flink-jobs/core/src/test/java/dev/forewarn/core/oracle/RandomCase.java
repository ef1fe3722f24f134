package dev.forewarn.core.oracle;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.BaselineSource;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.time.LocalDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a case up from a seed. */
final class RandomCase {

    /** Far from what any log here spans, so that no row is dropped. */
    static final int FAR_DAYS = 4000;

    private static final Map<ZoneId, LocalDays> DAYS =
            RandomTimes.ZONES.stream().collect(Collectors.toMap(Function.identity(), LocalDays::new));

    private final long seed;
    private final Dice dice;
    /** Its own, so that what the platform says leaves the rest of a case as it is. */
    private final Dice officialDice;

    private final LocalDays days;
    private final RandomTimes times;
    private int horizonDays = FAR_DAYS;
    private boolean isSettling;
    private boolean mayRetainLess;

    private RandomCase(long seed) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.officialDice = new Dice(seed * 31 + 7);
        ZoneId zone = dice.of(RandomTimes.ZONES);
        this.days = Objects.requireNonNull(DAYS.get(zone));
        this.times = new RandomTimes(dice, new PlainCalendar(zone));
    }

    /** Every kind of rule, several catalogues that keep the same attributes, and a log that is not quite in order. */
    static Case facts(long seed) {
        RandomCase random = new RandomCase(seed);
        return random.make(random.late(random.log()));
    }

    /** As {@link #facts}, but now and then with catalogues that keep less, or with rows that are soon dropped. */
    static Case history(long seed) {
        RandomCase random = new RandomCase(seed);
        random.mayRetainLess = random.dice.percent(15);
        if (random.dice.percent(85)) {
            return random.make(random.late(random.log()));
        }
        random.horizonDays = random.dice.of(1, 3, 10, 40, 400);
        ForgetfulLog forgetful = new ForgetfulLog(random.times.calendar(), random.horizonDays);
        return random.make(random.withOfficials(forgetful.of(random.events()), false));
    }

    /** One catalogue whose alerts follow their conditions at once, and a log in order. */
    static Case settling(long seed) {
        RandomCase random = new RandomCase(seed);
        random.isSettling = true;
        return random.make(random.log());
    }

    private List<Message> log() {
        return withOfficials(events(), true);
    }

    private List<Event> events() {
        return new RandomLog(dice, times).make(dice.of(3, 8, 14, 24, 50));
    }

    private List<Message> withOfficials(List<Event> events, boolean mayBegin) {
        return new RandomOfficials(officialDice, times).mixedInto(events, mayBegin);
    }

    private Case make(List<Message> log) {
        List<Long> instants = Case.instants(log);
        long begin = instants.get(0);
        long end = instants.get(instants.size() - 1);
        // Another catalogue may look for rows that the one before it had no use for and dropped.
        boolean isOnlyOne = isSettling || horizonDays < FAR_DAYS;
        CatalogueTimeline timeline = isOnlyOne ? CatalogueTimeline.of(catalogue("A")) : timeline(begin, end);
        long until = dice.percent(20) ? end : end + dice.between(0, dice.of(2, 40, 100, 400)) * RandomTimes.DAY;
        if (dice.percent(20)) {
            LocalDate day = times.calendar().dayOf(until);
            until = Math.max(end, times.calendar().midnightOf(day));
        }
        long last = timeline.entries().get(timeline.entries().size() - 1).effectiveAtMs();
        return new Case(seed, timeline, log, Math.max(until, last));
    }

    private Catalogue catalogue(String version) {
        Set<String> retained = mayRetainLess
                ? Set.copyOf(dice.some(Words.RETAINED.stream().sorted().toList(), 60))
                : Words.RETAINED;
        return new RandomCatalogue(dice, isSettling)
                .make(version, days, horizonDays, retained, officialDice.of(BaselineSource.values()));
    }

    // --- catalogues that follow each other

    private CatalogueTimeline timeline(long begin, long end) {
        Catalogue first = catalogue("A");
        if (dice.percent(50)) {
            return CatalogueTimeline.of(first);
        }
        Catalogue second = dice.percent(50) ? catalogue("B") : changed(first, catalogue("B"));
        Catalogue third = dice.percent(70) ? first : changed(second, first);
        long one = change(begin, end);
        long other = dice.percent(10) ? one : change(begin, end);
        List<CatalogueTimeline.Entry> entries = new ArrayList<>();
        entries.add(new CatalogueTimeline.Entry(Long.MIN_VALUE, first));
        entries.add(new CatalogueTimeline.Entry(Math.min(one, other), second));
        if (dice.percent(80)) {
            entries.add(new CatalogueTimeline.Entry(Math.max(one, other), third));
        }
        return new CatalogueTimeline(entries);
    }

    private long change(long begin, long end) {
        long at = dice.between(begin - RandomTimes.DAY, end + 5 * RandomTimes.DAY);
        return dice.percent(50) ? at : times.on(times.calendar().dayOf(at));
    }

    /** The same catalogue with a few rules of another, but for conditions: those would look at other readings. */
    private Catalogue changed(Catalogue catalogue, Catalogue other) {
        Map<String, AlertRule> rules = new TreeMap<>();
        catalogue.rules().stream()
                .filter(rule -> dice.percent(60))
                .forEach(rule -> rules.put(rule.terms().id(), rule));
        other.rules().stream()
                .filter(rule -> !(rule instanceof AlertRule.Condition))
                .filter(rule -> dice.percent(50))
                .forEach(rule -> rules.put(rule.terms().id(), rule));
        return new Copy(catalogue)
                .version(catalogue.version() + "'")
                .rules(List.copyOf(rules.values()))
                .made();
    }

    // --- order

    /** A log in which a few entries come later than they were recorded. */
    private List<Message> late(List<Message> log) {
        List<Message> order = new ArrayList<>(log);
        if (dice.percent(30)) {
            for (int moves = dice.between(1, 3); moves > 0; moves--) {
                Message moved = order.remove(dice.between(0, order.size() - 1));
                order.add(dice.between(0, order.size()), moved);
            }
        }
        return order;
    }
}
