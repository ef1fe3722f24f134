package dev.forewarn.console.month;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One month.
 *
 * @param month as yyyy-MM
 * @param before the newest earlier month that has classes; null if there is none
 * @param after the next later month that has classes; null if there is none
 * @param months all that have classes, newest first
 * @param domain of the moves and the alerts; empty for the headline class and the alerts of all domains
 * @param mix classes of the month, the headline class first (under an empty name), then by domain
 * @param moves from the class of the month before to that of this one
 * @param leads how early alerts of the family LEAD were that opened in the month
 * @param reminders the same of the family REMINDER
 * @param rules by family and rule
 */
public record MonthReport(
        String month,
        @Nullable String before,
        @Nullable String after,
        List<String> months,
        String domain,
        Map<String, SortedMap<String, Long>> mix,
        List<Move> moves,
        Early leads,
        Early reminders,
        List<RuleLine> rules) {

    public MonthReport {
        months = List.copyOf(months);
        moves = List.copyOf(moves);
        rules = List.copyOf(rules);
    }

    /** How many businesses have a class of the month. */
    public long entities() {
        return mix.getOrDefault(domain, new java.util.TreeMap<>()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Businesses that moved, or stayed.
     *
     * @param from empty for those that had no class the month before
     * @param to empty for those that have none now
     */
    public record Move(String from, String to, long count) {}

    /**
     * Alerts of one family.
     *
     * @param byDays how many opened so many calendar days before the month end that would first have shown them
     * @param red how many of them have ever been red
     * @param entities businesses with a class of the month, among which they are counted
     */
    public record Early(SortedMap<Integer, Long> byDays, long red, long entities) {

        public long alerts() {
            return byDays.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Per 1,000 businesses; −1 if there are none. */
        public double rate() {
            return per1000(alerts(), entities);
        }

        /** The red ones per 1,000 businesses; −1 if there are none. */
        public double redRate() {
            return per1000(red, entities);
        }

        private static double per1000(long alerts, long entities) {
            return entities == 0 ? -1 : 1_000.0 * alerts / entities;
        }

        /** The number of days that a part of the alerts, in hundredths, does not exceed; −1 if there are none. */
        public int daysAt(int percent) {
            long place = (alerts() - 1) * percent / 100;
            long seen = 0;
            for (Map.Entry<Integer, Long> days : byDays.entrySet()) {
                seen += days.getValue();
                if (seen > place) {
                    return days.getKey();
                }
            }
            return -1;
        }
    }

    /**
     * Alerts of one rule, by the definitions of {@code forewarn leadtime}.
     *
     * @param crossings crossings and projections whose month has ended: those that a class could have confirmed
     * @param classified how many of these it confirmed
     * @param confirmed of how many people said that there was something behind them
     * @param refuted of how many they said that there was nothing
     * @param untold of how many nobody has said anything that counts
     */
    public record RuleLine(
            String family,
            String rule,
            String nameZh,
            String nameEn,
            Early early,
            long crossings,
            long classified,
            long confirmed,
            long refuted,
            long untold) {

        /** The share with something behind them among those of which people could tell; −1 if none. */
        public double precision() {
            long told = confirmed + refuted;
            return told == 0 ? -1 : (double) confirmed / told;
        }
    }
}
