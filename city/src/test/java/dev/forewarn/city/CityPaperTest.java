package dev.forewarn.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The pages say what the code does: each row of docs/CITY.md, and each type in docs/EVENTS.md. */
class CityPaperTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void everyParameterStandsInItsTable() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Rate rate : Rate.values()) {
            rows.add(row(
                    word(rate),
                    number(rate.perThousand()),
                    word(rate.group()),
                    word(rate.season()),
                    word(rate.concerned()),
                    rate.basis()));
        }
        for (Trade trade : Trade.values()) {
            rows.add(row(
                    word(trade),
                    trade.zh(),
                    Integer.toString(trade.share()),
                    trade.domain() == null ? "–" : trade.domain(),
                    Integer.toString(trade.sectorRisk()),
                    number(trade.inspections())));
        }
        for (Size size : Size.values()) {
            rows.add(row(word(size), number(size.share()), number(size.publicity())));
        }
        for (Season season : Season.values()) {
            List<String> months = new ArrayList<>(List.of(word(season)));
            for (int month = 0; month < 12; month++) {
                months.add(number(season.of(month)));
            }
            rows.add(row(months.toArray(String[]::new)));
        }
        for (Kind kind : Kind.values()) {
            rows.add(row("`" + kind.type() + "`", "`" + kind.source() + "`", word(kind.lag())));
        }

        List<String> missing = new ArrayList<>(rows);
        missing.removeAll(Files.readAllLines(DOCS.resolve("CITY.md")));
        assertThat(missing).as("rows that docs/CITY.md does not have").isEmpty();
    }

    @Test
    void everyTypeIsAWordOfTheVocabulary() throws IOException {
        String page = Files.readString(DOCS.resolve("EVENTS.md"));

        assertThat(Kind.values()).allSatisfy(kind -> assertThat(page).contains("| `" + kind.type() + "` |"));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
