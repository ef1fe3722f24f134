package dev.forewarn.console.organisation;

import dev.forewarn.avro.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bureau, as its file says it; everything that is named in it is there. */
public record Organisation(
        @Nullable Map<String, Unit> units,
        @Nullable Map<String, Person> people,
        @Nullable Map<String, Division> divisions,
        @Nullable Map<String, Grid> grids,
        @Nullable List<Duty> duty,
        @Nullable Escalation escalation) {

    /** A bureau of which nothing is known. */
    public static final Organisation NONE = new Organisation(null, null, null, null, null, null);

    public Organisation {
        units = units == null ? Map.of() : Map.copyOf(units);
        people = people == null ? Map.of() : Map.copyOf(people);
        divisions = divisions == null ? Map.of() : Map.copyOf(divisions);
        grids = grids == null ? Map.of() : Map.copyOf(grids);
        duty = duty == null ? List.of() : List.copyOf(duty);
    }

    /** In both languages. */
    public record Name(String zh, String en) {}

    /**
     * A unit.
     *
     * @param domains its lines of supervision; empty for all
     * @param divisions codes, each with all that lie within it; empty for all
     */
    public record Unit(
            Name name,
            @Nullable Set<String> domains,
            @Nullable List<String> divisions,
            @Nullable String head,
            @Nullable String deputy) {
        public Unit {
            domains = domains == null ? Set.of() : Set.copyOf(domains);
            divisions = divisions == null ? List.of() : List.copyOf(divisions);
        }

        private boolean isOfDomain(Collection<String> of) {
            return set(domains).isEmpty() || of.stream().anyMatch(set(domains)::contains);
        }

        /** How many digits of a division's code the unit names; −1 if it is not the unit's. */
        private int closeness(@Nullable String division) {
            List<String> codes = divisions == null ? List.of() : divisions;
            if (codes.isEmpty()) {
                return 0;
            }
            return division == null
                    ? -1
                    : codes.stream()
                            .filter(division::startsWith)
                            .mapToInt(String::length)
                            .max()
                            .orElse(-1);
        }
    }

    /** A person; the id goes out as a hash only. */
    public record Person(
            @Nullable String name, String unit, @Nullable String contact) {}

    /** A division with the unit that sees to it. */
    public record Division(Name name, String unit) {}

    /** A grid with the unit that sees to it. */
    public record Grid(
            @Nullable Name name, String unit, @Nullable List<String> officers) {}

    /** Who is on duty from a day to the day before another. */
    public record Duty(
            LocalDate from,
            LocalDate until,
            String person,
            @Nullable String deputy) {}

    /** How an alert that nobody accepts climbs. */
    public record Escalation(@Nullable Set<Level> levels, List<Climb> steps) {
        public Escalation {
            levels = levels == null ? Set.of(Level.RED) : Set.copyOf(levels);
            steps = List.copyOf(steps);
        }
    }

    /** A step of it. */
    public record Climb(
            Duration after,
            @Nullable Duration every,
            @Nullable Boolean overdue,
            Addressee to,
            @Nullable Set<String> hooks) {
        public Climb {
            hooks = hooks == null ? Set.of() : Set.copyOf(hooks);
        }
    }

    /** Whom a step goes to. */
    public enum Addressee {
        DUTY,
        DEPUTY,
        HEAD
    }

    /**
     * The unit that an alert is given to unless a person chooses another: that of its grid if the domain is the unit's,
     * else one that names the domain, and of these the one that names most of the division's code, else that of the
     * division.
     *
     * @return empty if none fits
     */
    public Optional<String> unitFor(Collection<String> domains, @Nullable String division, @Nullable String grid) {
        Grid place = grid == null ? null : map(grids).get(grid);
        Unit ofGrid = place == null ? null : map(units).get(place.unit());
        if (place != null && ofGrid != null && ofGrid.isOfDomain(domains)) {
            return Optional.of(place.unit());
        }
        Optional<String> ofDomain = map(units).entrySet().stream()
                .filter(unit -> !set(unit.getValue().domains()).isEmpty()
                        && unit.getValue().isOfDomain(domains))
                .filter(unit -> unit.getValue().closeness(division) >= 0)
                .max(Comparator.<Map.Entry<String, Unit>>comparingInt(
                                unit -> unit.getValue().closeness(division))
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        return ofDomain.or(() -> ofDivision(division));
    }

    private Optional<String> ofDivision(@Nullable String division) {
        return division == null
                ? Optional.empty()
                : map(divisions).entrySet().stream()
                        .filter(one -> division.startsWith(one.getKey()))
                        .max(Comparator.comparingInt(one -> one.getKey().length()))
                        .map(one -> one.getValue().unit());
    }

    /** Whom a step of the climb goes to on a day; empty if the file names nobody. */
    public Optional<String> person(Addressee to, LocalDate day) {
        Optional<Duty> onDuty = (duty == null ? List.<Duty>of() : duty)
                .stream()
                        .filter(one -> !day.isBefore(one.from()) && day.isBefore(one.until()))
                        .findFirst();
        Optional<Unit> unit = onDuty.map(one -> map(people).get(one.person()))
                .map(person -> map(units).get(person.unit()));
        return switch (to) {
            case DUTY -> onDuty.map(Duty::person);
            case DEPUTY -> onDuty.map(Duty::deputy).or(() -> unit.map(Unit::deputy));
            case HEAD -> unit.map(Unit::head);
        };
    }

    private static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }

    private static <T> Set<T> set(@Nullable Set<T> set) {
        return set == null ? Set.of() : set;
    }
}
