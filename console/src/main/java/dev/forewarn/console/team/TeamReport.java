package dev.forewarn.console.team;

import dev.forewarn.avro.Level;
import dev.forewarn.console.board.Board;
import dev.forewarn.console.query.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One domain as its team sees it.
 *
 * @param domains all that this person may see, for switching
 * @param board its open alerts, the most urgent first
 * @param classes businesses by class, the best class first
 * @param chosen class whose businesses are listed; empty for all, the worst first
 * @param businesses part of them
 * @param days alerts by the day on which they opened, oldest first
 * @param weeks the same by the Monday of their week
 * @param months monthly classes, oldest first
 */
public record TeamReport(
        String domain,
        List<String> domains,
        Board board,
        List<OfClass> classes,
        String chosen,
        Page<Business> businesses,
        List<Raised> days,
        List<Raised> weeks,
        Map<String, SortedMap<String, Long>> months) {

    public TeamReport {
        domains = List.copyOf(domains);
        classes = List.copyOf(classes);
        days = List.copyOf(days);
        weeks = List.copyOf(weeks);
    }

    /** How many businesses this domain has. */
    public long total() {
        return classes.stream().mapToLong(OfClass::live).sum();
    }

    /**
     * Businesses of one class.
     *
     * @param live by what is known now
     * @param official by the last monthly classification
     */
    public record OfClass(String name, long live, long official) {}

    /**
     * A business in this domain.
     *
     * @param officialClass of the last monthly classification; null before the first
     * @param monthEndClass at the end of the month if nothing happens; null if not known
     */
    public record Business(
            String entityId,
            @Nullable String entityName,
            @Nullable String entityKind,
            @Nullable String division,
            @Nullable String grid,
            int score,
            int scale,
            String liveClass,
            @Nullable String officialClass,
            @Nullable String monthEndClass,
            long openAlerts,
            Instant assessedAt) {

        /** The name, or the id where none is known. */
        public String title() {
            return entityName == null || entityName.isBlank() ? entityId : entityName;
        }
    }

    /**
     * Alerts that opened in a day or a week.
     *
     * @param begin the day, or the Monday
     * @param byLevel by the highest level that each has reached since
     */
    public record Raised(LocalDate begin, Map<Level, Long> byLevel) {

        public Raised {
            byLevel = Map.copyOf(byLevel);
        }

        public long total() {
            return byLevel.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
