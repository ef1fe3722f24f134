package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.event.Event;
import dev.forewarn.core.fact.FactCondition;
import dev.forewarn.core.fact.NumberTerm;
import dev.forewarn.core.fact.TextTerm;
import dev.forewarn.core.indicator.Detail;
import dev.forewarn.core.indicator.Measure;
import dev.forewarn.core.indicator.ReadingSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The paper on events names all that the shipped catalogue reads, in the row of the type that it is read of. */
class EventsPaperTest {

    private static final Path PAPER = Path.of("../../docs/EVENTS.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+\\.[a-z-]+)` \\|.*$", Pattern.MULTILINE);

    private static final Pattern TERM = Pattern.compile("(?:attr|num)\\('([^']+)'\\)");

    /** Attributes, numbers and words that each type is asked for. */
    private final Map<String, Set<String>> read = new TreeMap<>();

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(PAPER));
        while (row.find()) {
            assertThat(rows.put(row.group(1), row.group())).as(row.group(1)).isNull();
        }
        return rows;
    }

    @Test
    void everyTypeThatIsReadHasARowAndNoOther() throws IOException {
        readAll();

        assertThat(rows().keySet()).isEqualTo(read.keySet());
    }

    @Test
    void everyNameAndWordThatIsReadStandsInTheRowOfItsType() throws IOException {
        readAll();
        Map<String, String> rows = rows();

        read.forEach((type, names) -> names.forEach(
                name -> assertThat(told(rows.getOrDefault(type, ""))).as(type).contains("`" + name + "`")));
    }

    /** What a row says, with the section that it points to. */
    private static String told(String row) {
        Matcher link = Pattern.compile("\\(#what-(\\w+)-say\\)").matcher(row);
        return link.find() ? row + section("### What " + link.group(1) + " say") : row;
    }

    private static String section(String heading) {
        try {
            String paper = Files.readString(PAPER);
            int start = paper.indexOf(heading);
            int end = paper.indexOf("\n### ", start + 1);
            return paper.substring(start, end < 0 ? paper.length() : end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyTypeIsDescribedInBothLanguages() throws IOException {
        rows().forEach((type, row) -> {
            List<String> cells = List.of(row.split(" *\\| *", -1));
            assertThat(cells.get(2)).as(type).matches("[\\p{IsHan}、]+");
            assertThat(cells.get(3)).as(type).matches("[\\p{ASCII}]+");
        });
    }

    private void readAll() {
        readProfile();
        for (Measure measure : ShippedCatalogueTest.catalogue().measures()) {
            Set<String> names = new TreeSet<>();
            add(measure.where(), names);
            add(measure.subject(), names);
            if (measure.value() != null) {
                add(measure.value(), names);
            }
            measure.on().forEach(type -> of(type).addAll(names));
            measure.ends().forEach(this::of);
        }
        for (AlertRule rule : ShippedCatalogueTest.catalogue().rules()) {
            if (rule instanceof AlertRule.Trigger trigger) {
                Set<String> names = new TreeSet<>();
                add(trigger.where(), names);
                add(trigger.subject(), names);
                trigger.levels().forEach(level -> add(level.when(), names));
                trigger.on().forEach(type -> of(type).addAll(names));
            }
        }
    }

    /** Whom schemes and indicators apply to, and what is expected of whom, the profile says. */
    private void readProfile() {
        Set<String> names = of(Event.PROFILE);
        for (Scheme scheme : ShippedCatalogueTest.catalogue().schemes()) {
            add(scheme.applies(), names);
            scheme.indicators().forEach(indicator -> add(indicator.applies(), names));
        }
        for (ReadingSpec reading : ShippedCatalogueTest.catalogue().readings()) {
            if (reading.detail() instanceof Detail.Expectation expectation && expectation.prior() != null) {
                add(expectation.prior(), names);
            }
        }
    }

    private Set<String> of(String type) {
        return read.computeIfAbsent(type, each -> new TreeSet<>());
    }

    private static void add(FactCondition condition, Set<String> names) {
        if (condition instanceof FactCondition.TextIn text) {
            add(text.term(), names);
            text.words().stream().filter(word -> !word.isEmpty()).forEach(names::add);
        } else if (condition instanceof FactCondition.NumberIs number) {
            add(number.term(), names);
        } else if (condition instanceof FactCondition.All all) {
            all.parts().forEach(part -> add(part, names));
        } else if (condition instanceof FactCondition.Any any) {
            any.parts().forEach(part -> add(part, names));
        } else if (condition instanceof FactCondition.Not not) {
            add(not.part(), names);
        } else {
            // What runs as CEL shows its text.
            TERM.matcher(condition.toString()).results().forEach(term -> names.add(term.group(1)));
        }
    }

    private static void add(TextTerm term, Set<String> names) {
        switch (term.kind()) {
            case ATTRIBUTE, ATTRIBUTE_OR_SUBJECT -> names.add(term.name());
            case SEVERITY -> names.add("severity");
            case SUBJECT, SOURCE, RECORD_KEY, SUBJECT_OR_KEY -> {}
        }
    }

    private static void add(NumberTerm term, Set<String> names) {
        if (term instanceof NumberTerm.Named named) {
            names.add(named.name());
        } else if (term instanceof NumberTerm.ByText byText) {
            add(byText.by(), names);
            names.addAll(byText.values().keySet());
        } else {
            names.add("amount");
        }
    }
}
