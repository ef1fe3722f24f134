package dev.forewarn.cli.truth;

import dev.forewarn.city.Odds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the truth says of one business. */
final class Past {

    /**
     * Days on which something held.
     *
     * @param from the first day, counted from 1970-01-01
     * @param until the first day on which it no longer held; {@link Integer#MAX_VALUE} if it held to the end
     */
    record Span(int from, int until, float level, String cause) {

        boolean has(int day) {
            return from <= day && day < until;
        }

        /** How many of the days lie in {@code [first, after)}. */
        int daysWithin(int first, int after) {
            return Math.max(0, Math.min(until, after) - Math.max(from, first));
        }
    }

    private final boolean isSilent;
    private final List<Span> years = new ArrayList<>(1);
    private final List<Span> episodes = new ArrayList<>(0);

    Past(boolean isSilent) {
        this.isSilent = isSilent;
    }

    void addYear(Span year) {
        years.add(year);
    }

    void addEpisode(Span episode) {
        episodes.add(episode);
    }

    boolean isSilent() {
        return isSilent;
    }

    List<Span> episodes() {
        return episodes;
    }

    boolean existsOn(int day) {
        return year(day) != null;
    }

    boolean isInEpisode(int day) {
        return episode(day) != null;
    }

    /** The chance that a planned visit on a day finds a problem; NaN if the business is not there. */
    double problem(int day) {
        Span year = year(day);
        if (year == null) {
            return Double.NaN;
        }
        Span episode = episode(day);
        return episode == null
                ? Odds.problem(year.level())
                : Odds.problem(year.level(), episode.cause(), episode.level(), day - episode.from());
    }

    long days(int first, int after) {
        return sum(years, first, after);
    }

    long daysInEpisodes(int first, int after) {
        return sum(episodes, first, after);
    }

    private static long sum(List<Span> spans, int first, int after) {
        return spans.stream().mapToLong(span -> span.daysWithin(first, after)).sum();
    }

    private @Nullable Span year(int day) {
        return find(years, day);
    }

    private @Nullable Span episode(int day) {
        return find(episodes, day);
    }

    private static @Nullable Span find(List<Span> spans, int day) {
        for (Span span : spans) {
            if (span.has(day)) {
                return span;
            }
        }
        return null;
    }
}
