package dev.forewarn.console.web;

import dev.forewarn.avro.Level;
import dev.forewarn.console.entity.EntityDetail;
import dev.forewarn.console.entity.EntityDetail.Day;
import dev.forewarn.console.message.ForecastStep;
import dev.forewarn.console.message.Levels;
import dev.forewarn.console.message.Standing;
import dev.forewarn.console.team.TeamReport.Raised;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What charts draw, as JSON for the page's script: data only, in the page's language. */
@Component
class Charts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Map<String, String> TONES = Map.of("A", "good", "B", "blue", "C", "orange", "D", "red");

    /** Days that are drawn behind the last change that is foreseen. */
    private static final int LEAST_AHEAD = 14;

    private final Words words;

    Charts(Words words) {
        this.words = words;
    }

    /**
     * A row of bars, or of stacked bars.
     *
     * @param share whether each stack is drawn as a whole of 100 %
     */
    record Bars(List<String> categories, List<Series> series, boolean share) {}

    /** The values of one colour. */
    record Series(String name, String tone, List<Long> values) {}

    /** Lines over time, in hundredths of their scales. */
    record Lines(List<Line> lines, String today, String now) {}

    /** One line; what is still to come is dashed. */
    record Line(String name, List<Point> points, List<Point> ahead) {}

    /** A point with what is said of it. */
    record Point(String day, double value, String said) {}

    /** Alerts by level, for days or weeks. */
    String raised(List<Raised> spans) {
        List<Series> series = new ArrayList<>();
        for (Level level : Levels.FROM_RED) {
            series.add(new Series(
                    words.name("level", level.name()),
                    level.name().toLowerCase(java.util.Locale.ROOT),
                    spans.stream()
                            .map(span -> span.byLevel().getOrDefault(level, 0L))
                            .toList()));
        }
        return json(new Bars(spans.stream().map(span -> span.begin().toString()).toList(), series, false));
    }

    /** Classes by month or by domain, each as a whole. */
    String mixes(Map<String, SortedMap<String, Long>> mixes, Function<String, String> name) {
        TreeSet<String> classes = new TreeSet<>();
        mixes.values().forEach(mix -> classes.addAll(mix.keySet()));
        return json(new Bars(
                mixes.keySet().stream().map(name).toList(),
                classes.stream()
                        .map(one -> new Series(
                                one,
                                TONES.getOrDefault(one, "muted"),
                                mixes.values().stream()
                                        .map(mix -> mix.getOrDefault(one, 0L))
                                        .toList()))
                        .toList(),
                true));
    }

    /** How many alerts came so many days early, for every day of a month. */
    String days(SortedMap<Integer, Long> leads, SortedMap<Integer, Long> reminders) {
        int most = 31;
        for (Collection<Integer> days : List.of(leads.keySet(), reminders.keySet())) {
            most = Math.max(
                    most, days.stream().mapToInt(Integer::intValue).max().orElse(0));
        }
        List<String> categories = new ArrayList<>();
        List<Long> ofLeads = new ArrayList<>();
        List<Long> ofReminders = new ArrayList<>();
        for (int day = 1; day <= most; day++) {
            categories.add(Integer.toString(day));
            ofLeads.add(leads.getOrDefault(day, 0L));
            ofReminders.add(reminders.getOrDefault(day, 0L));
        }
        return json(new Bars(
                categories,
                List.of(
                        new Series(words.say("month.leads"), "accent", ofLeads),
                        new Series(words.say("month.reminders"), "yellow", ofReminders)),
                false));
    }

    /** Scores over time with what time will bring. */
    String scores(EntityDetail entity) {
        Map<String, List<Point>> past = new LinkedHashMap<>();
        for (Standing standing : entity.assessment().standings()) {
            past.put(standing.domain(), new ArrayList<>());
        }
        for (Day day : entity.days()) {
            past.computeIfAbsent(day.domain(), domain -> new ArrayList<>())
                    .add(point(day.day(), day.score(), day.scale(), day.fusedClass()));
        }
        LocalDate today = entity.assessment().day();
        List<Line> lines = new ArrayList<>();
        past.forEach((domain, points) ->
                lines.add(new Line(words.name("domain", domain), points, ahead(entity, domain, today))));
        return json(new Lines(lines, today.toString(), words.say("entity.today")));
    }

    private static List<Point> ahead(EntityDetail entity, String domain, LocalDate today) {
        List<Point> ahead = new ArrayList<>();
        for (Standing standing : entity.assessment().standings()) {
            if (standing.domain().equals(domain)) {
                ahead.add(point(today, standing.score(), standing.scale(), standing.fusedClass()));
                int score = standing.score();
                String fusedClass = standing.fusedClass();
                for (ForecastStep step : entity.assessment().forecast()) {
                    if (step.domain().equals(domain)) {
                        score = step.score();
                        fusedClass = step.fusedClass();
                        ahead.add(point(step.day(), score, standing.scale(), fusedClass));
                    }
                }
                // What does not change goes on to where the last of all changes is.
                ahead.add(point(horizon(entity, today), score, standing.scale(), fusedClass));
            }
        }
        return ahead;
    }

    private static LocalDate horizon(EntityDetail entity, LocalDate today) {
        return entity.assessment().forecast().stream()
                .map(ForecastStep::day)
                .max(LocalDate::compareTo)
                .orElse(today)
                .plusDays(LEAST_AHEAD);
    }

    private static Point point(LocalDate day, int score, int scale, String fusedClass) {
        return new Point(
                day.toString(),
                scale == 0 ? 0 : Math.round(1_000.0 * score / scale) / 10.0,
                score + " / " + scale + ", " + fusedClass);
    }

    private static String json(Object chart) {
        return MAPPER.writeValueAsString(chart);
    }
}
