package dev.forewarn.cli.truth;

import dev.forewarn.cli.statistics.Quantiles;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was said of a city with what it hid: which episodes were warned of, how early, and by chance. */
final class TruthFigures {

    /** Days that an episode must have begun before the window ends, so that there was time to warn. */
    static final int TIME_TO_WARN = 180;

    private final HiddenCity city;
    private final Map<String, List<Lead>> leads;
    private final ClassHistory classes;
    private final ToIntFunction<String> rank;
    private final int from;
    private final int to;
    private final double leadsPerQuietDay;

    /**
     * Takes what was said.
     *
     * @param rank of a class, higher for worse
     * @param from first day of the window
     * @param to first day after it
     */
    TruthFigures(
            HiddenCity city,
            List<Lead> leads,
            ClassHistory classes,
            ToIntFunction<String> rank,
            LocalDate from,
            LocalDate to) {
        this.city = city;
        this.leads = leads.stream()
                .sorted(Comparator.comparing(Lead::opened))
                .collect(Collectors.groupingBy(Lead::entityId));
        this.classes = classes;
        this.rank = rank;
        this.from = (int) from.toEpochDay();
        this.to = (int) to.toEpochDay();
        this.leadsPerQuietDay = leadsPerQuietDay();
    }

    /** One episode and what was said of it, in days from its beginning; null if nothing was. */
    private record Seen(
            Past.Span span,
            boolean isSilent,
            int days,
            boolean isStanding,
            @Nullable Integer lead,
            @Nullable Integer classed) {

        boolean isLeadFirst() {
            return lead != null && (classed == null || lead < classed);
        }
    }

    List<TruthResult.Episodes> episodes() {
        List<Seen> all = new ArrayList<>();
        city.entities().forEach(id -> addSeen(id, all));
        List<TruthResult.Episodes> groups = new ArrayList<>();
        groups.add(group("all", all, seen -> true));
        groups.add(group("heard of", all, seen -> !seen.isSilent()));
        groups.add(group("silent", all, Seen::isSilent));
        for (String cause : List.of("quality", "conduct", "finance")) {
            groups.add(group(
                    cause, all, seen -> !seen.isSilent() && seen.span().cause().equals(cause)));
        }
        return groups;
    }

    private void addSeen(String entityId, List<Seen> all) {
        Past past = city.of(entityId);
        if (past == null) {
            return;
        }
        for (Past.Span episode : past.episodes()) {
            if (episode.from() >= from && episode.from() <= to - TIME_TO_WARN) {
                all.add(seen(entityId, past, episode));
            }
        }
    }

    private Seen seen(String entityId, Past past, Past.Span episode) {
        int end = Math.min(episode.until(), to);
        List<Lead> own = leads.getOrDefault(entityId, List.of());
        Integer lead = own.stream()
                .map(found -> (int) found.opened().toEpochDay())
                .filter(day -> day >= episode.from() && day < end)
                .findFirst()
                .map(day -> day - episode.from())
                .orElse(null);
        boolean isStanding = own.stream().anyMatch(found -> found.stoodOn(episode.from()));
        return new Seen(
                episode,
                past.isSilent(),
                end - episode.from(),
                isStanding,
                lead,
                worseClass(entityId, episode.from(), end));
    }

    /**
     * Days to the first month end whose class is worse than that of the last month end before; null if there is none.
     */
    private @Nullable Integer worseClass(String entityId, int begin, int end) {
        YearMonth month = YearMonth.from(LocalDate.ofEpochDay(begin));
        int before = rank(classes.at(entityId, month.minusMonths(1)));
        for (; ; month = month.plusMonths(1)) {
            int known = firstDay(month.plusMonths(1));
            if (known > end) {
                return null;
            }
            if (rank(classes.at(entityId, month)) > before) {
                return known - begin;
            }
        }
    }

    /** A business that was never classified is taken for one of the best class. */
    private int rank(@Nullable String label) {
        return label == null ? 0 : rank.applyAsInt(label);
    }

    private TruthResult.Episodes group(String name, List<Seen> all, Predicate<Seen> isIn) {
        List<Seen> some = all.stream().filter(isIn).toList();
        return new TruthResult.Episodes(
                name,
                some.size(),
                share(some, seen -> seen.lead() != null),
                some.stream()
                        .mapToDouble(seen -> 1 - Math.exp(-leadsPerQuietDay * seen.days()))
                        .average()
                        .orElse(Double.NaN),
                share(some, Seen::isStanding),
                share(some, seen -> seen.classed() != null),
                share(
                        some.stream()
                                .filter(seen -> seen.lead() != null || seen.classed() != null)
                                .toList(),
                        Seen::isLeadFirst),
                days(some.stream().map(Seen::lead).toList()),
                days(some.stream().map(Seen::classed).toList()),
                days(some.stream().map(TruthFigures::gained).toList()));
    }

    private static @Nullable Integer gained(Seen seen) {
        Integer lead = seen.lead();
        Integer classed = seen.classed();
        return lead == null || classed == null ? null : Integer.valueOf(classed - lead);
    }

    private static double share(List<Seen> seen, Predicate<Seen> isSo) {
        return (double) seen.stream().filter(isSo).count() / seen.size();
    }

    private static TruthResult.Days days(List<@Nullable Integer> found) {
        double[] days = found.stream()
                .filter(day -> day != null)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        return new TruthResult.Days(
                days.length, Quantiles.median(days), Quantiles.at(days, 0.1), Quantiles.at(days, 0.9));
    }

    TruthResult.Leads leads() {
        long days = city.pasts().stream().mapToLong(past -> past.days(from, to)).sum();
        long bad = city.pasts().stream()
                .mapToLong(past -> past.daysInEpisodes(from, to))
                .sum();
        int count = 0;
        int hits = 0;
        for (Map.Entry<String, List<Lead>> own : leads.entrySet()) {
            Past past = city.of(own.getKey());
            for (Lead lead : own.getValue()) {
                int day = (int) lead.opened().toEpochDay();
                if (day >= from && day < to) {
                    count++;
                    hits += past != null && past.isInEpisode(day) ? 1 : 0;
                }
            }
        }
        return new TruthResult.Leads(count, (double) hits / count, (double) bad / days);
    }

    private double leadsPerQuietDay() {
        TruthResult.Leads all = leads();
        long days = city.pasts().stream().mapToLong(past -> past.days(from, to)).sum();
        double quietLeads = all.count() == 0 ? 0 : all.count() * (1 - all.inEpisode());
        return quietLeads / (days * (1 - all.timeInEpisode()));
    }

    private static int firstDay(YearMonth month) {
        return (int) month.atDay(1).toEpochDay();
    }
}
