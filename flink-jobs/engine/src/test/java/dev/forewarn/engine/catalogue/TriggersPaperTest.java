package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.alert.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The paper on triggers names the rules of the shipped catalogue, their levels and who is told. */
class TriggersPaperTest {

    private static final Path PAPER = Path.of("../../docs/TRIGGERS.md");
    private static final Pattern RULE = Pattern.compile("`([A-Z0-9-]+)`((?:,? (?:blue|yellow|orange|red))+)");

    private final Map<String, AlertRule> rules = ShippedCatalogueTest.catalogue().rules().stream()
            .collect(Collectors.toMap(rule -> rule.terms().id(), Function.identity()));

    /** One row of a table; of its rules the levels as they stand there. */
    private record Row(String id, Map<String, Set<String>> levels, String told, String status) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAPER)) {
            String[] cells = line.split(" *\\| *", -1);
            Map<String, Set<String>> levels = new TreeMap<>();
            Matcher rule = cells.length < 6 ? RULE.matcher("") : RULE.matcher(cells[3]);
            while (rule.find()) {
                levels.put(
                        rule.group(1),
                        new TreeSet<>(List.of(rule.group(2).trim().split(",? "))));
            }
            if (!levels.isEmpty()) {
                rows.add(new Row(cells[1], levels, cells[4], cells[5]));
            }
        }
        return rows;
    }

    @Test
    void everyTriggerOfTheFieldHasOneRow() throws IOException {
        assertThat(rows().stream().map(Row::id).filter(id -> id.startsWith("T")))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25)
                        .mapToObj(number -> String.format(Locale.ROOT, "T%02d", number))
                        .toList());
        assertThat(rows())
                .allMatch(row -> row.status().startsWith("done") || row.status().startsWith("in part:"));
    }

    @Test
    void everyRuleStandsInOneRowWithItsLevels() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        for (Row row : rows()) {
            row.levels()
                    .forEach((rule, levels) ->
                            assertThat(told.put(rule, levels)).as(rule).isNull());
        }
        Map<String, Set<String>> shipped = new TreeMap<>();
        rules.forEach((id, rule) -> shipped.put(id, levels(rule)));
        assertThat(told).isEqualTo(shipped);
    }

    @Test
    void everyRouteStandsInTheRowOfItsRule() throws IOException {
        for (Row row : rows()) {
            for (String id : row.levels().keySet()) {
                AlertRule rule = Objects.requireNonNull(rules.get(id), id);
                List<String> route = rule.terms().domains();
                boolean isOfDomain = rule instanceof AlertRule.Crossing || rule instanceof AlertRule.Projection;
                String told = isOfDomain ? "its domain" : "of the facts";
                assertThat(row.told())
                        .as(id)
                        .isEqualTo(route.isEmpty() ? told : "`" + String.join("`, `", route) + "`");
            }
        }
    }

    private static Set<String> levels(AlertRule rule) {
        Collection<Level> levels;
        if (rule instanceof AlertRule.Crossing crossing) {
            levels = crossing.levels().values();
        } else if (rule instanceof AlertRule.Projection projection) {
            levels = projection.levels().values();
        } else if (rule instanceof AlertRule.Trigger trigger) {
            levels = trigger.levels().stream().map(AlertRule.FactLevel::level).toList();
        } else {
            levels = ((AlertRule.Condition) rule)
                    .levels().stream().map(AlertRule.DayLevel::level).toList();
        }
        return levels.stream()
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
