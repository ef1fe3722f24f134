package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.handling.HandlingState;
import dev.forewarn.core.handling.Outcome;
import dev.forewarn.core.handling.Step;
import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.wire.RejectReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/INTEGRATE.md} says of steps, outcomes, topics and reasons what code and catalogue say. */
class IntegratePaperTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|.*$");

    private final String page = read();

    @Test
    void tableOfStepsIsThatOfTheStateMachine() {
        assertThat(rows("## Steps", "Every step needs"))
                .zipSatisfy(
                        Arrays.stream(Step.values())
                                .map(IntegratePaperTest::row)
                                .toList(),
                        (row, expected) -> assertThat(row).startsWith(expected));
    }

    private static String row(Step step) {
        List<HandlingState> from =
                Arrays.stream(HandlingState.values()).filter(step::isPossible).toList();
        boolean isAnywhere = from.size() == HandlingState.values().length;
        boolean isStaying = from.stream().allMatch(state -> step.after(state) == state);
        return "| `%s` | %s | %s |"
                .formatted(
                        step.wireName(),
                        isAnywhere ? "any" : from.stream().map(Enum::name).collect(Collectors.joining(", ")),
                        isStaying ? "as it was" : step.after(from.get(0)).name());
    }

    @Test
    void tableOfOutcomesIsThatOfTheShippedCatalogue() {
        CatalogueReader.Read shipped = (CatalogueReader.Read) CatalogueReader.read(Path.of("../../config/catalogue"));
        List<Outcome> outcomes = shipped.bundle().catalogue().handling().outcomes();

        assertThat(rows("| outcome |", "- **Deadlines**"))
                .containsExactlyElementsOf(outcomes.stream()
                        .map(outcome -> "| `%s` | %s | %s |"
                                .formatted(
                                        outcome.id(),
                                        outcome.meaning().name().toLowerCase(Locale.ROOT),
                                        outcome.hasFact() ? "`" + outcome.factType() + "`" : ""))
                        .toList());
    }

    @Test
    void everyTopicIsThere() {
        assertThat(new Topics("").plans(1, List.of("<domain>")))
                .allSatisfy(plan -> assertThat(page).contains("`" + plan.name() + "`"));
    }

    @Test
    void reasonsOfRefusedStepsExist() {
        Set<String> known =
                Arrays.stream(RejectReason.values()).map(RejectReason::wireName).collect(Collectors.toSet());
        assertThat(rows("| reason |", "[REJECTS.md]"))
                .hasSize(4)
                .allSatisfy(
                        row -> assertThat(row.substring(3, row.indexOf('`', 3))).isIn(known));
    }

    /** The rows of tables between two places of the page that begin with a name. */
    private List<String> rows(String after, String before) {
        int start = page.indexOf(after);
        String part = page.substring(start, page.indexOf(before, start));
        return ROW.matcher(part).results().map(MatchResult::group).toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("../../docs/INTEGRATE.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
