package dev.forewarn.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleSuiteTest {

    private static final Path SHIPPED = Path.of("..", "config", "catalogue");

    private static final String CATALOGUE = """
            measures: {penalty: {on: penalty.decided, value: amount}}
            scheme: general
            name: g
            classes: [{class: A, below: 250}, {class: B}]
            indicators:
              P: {name: p, read: count(penalty), window: 1y, points: {each: 300, cap: 2}}
              S: {name: s, read: sum(penalty), window: 1y, points: {bands: [{from: 1000, points: 100}]}}
            rules: {BIG: {kind: trigger, name: b, on: penalty.decided, where: "amount >= 1000", level: red}}
            """;

    @TempDir
    private Path folder;

    @Test
    void allExamplesOfTheShippedCatalogueHold() {
        ExampleSuite suite = ExampleSuite.run(SHIPPED, catalogue(SHIPPED));
        assertThat(suite.faults()).isEmpty();
        assertThat(suite.runs()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(suite.failed().stream()
                        .map(run -> run.example().name() + ": " + run.differences())
                        .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    @Test
    void eachDifferenceIsToldWithWhatWasExpectedAndWhatCame() throws IOException {
        ExampleSuite suite = suite("""
                examples:
                  - name: all wrong
                    on: 2026-06-30
                    facts: [{type: penalty.decided, record_key: K1, occurred: 2026-06-20, amount: 1000.50}]
                    expect:
                      general: {score: 300, class: A, fused: B, reasons: {P: 281, Q: 4}}
                      drug: {class: A}
                      headline: C
                      alerts: [{rule: SMALL, level: blue}]
                """);
        assertThat(suite.faults()).isEmpty();
        List<String> differences = suite.runs().get(0).differences();
        assertThat(differences)
                .contains(
                        "general score: expected 300; got 370",
                        "general class: expected A; got B",
                        "general Q: expected 4; got 0",
                        "headline: expected C; got B",
                        "alert blue SMALL: expected to be open; open are [red BIG (K1)]",
                        "alert red BIG (K1): not expected to be open; it is")
                .anyMatch(difference -> difference.startsWith("general P: expected 281; got "))
                .anyMatch(difference -> difference.startsWith("general S: expected nothing; got "))
                .anyMatch(difference -> difference.startsWith("drug: the business does not stand in this domain"));
        assertThat(suite.isPassed()).isFalse();
    }

    @Test
    void timePassesBetweenTheFactsAndTheDay() throws IOException {
        ExampleSuite suite = suite("""
                examples:
                  - name: a year later all is over, and a taken-back penalty never was
                    on: 2026-06-30
                    facts:
                      - {type: entity.profile, occurred: 2020-01-01}
                      - {type: penalty.decided, occurred: 2025-06-30}
                      - {type: penalty.decided, record_key: K, occurred: 2026-06-01}
                      - {type: penalty.decided, record_key: K, occurred: 2026-06-01, recorded: 2026-06-09, revision: 1,
                         retract: true}
                    expect: {general: {score: 0, class: A}, alerts: []}
                """);
        assertThat(suite.failed()).isEmpty();
        assertThat(suite.isPassed()).isTrue();
    }

    @Test
    void allFaultsOfAFileAreToldAtOnceWithTheirLines() throws IOException {
        ExampleSuite suite = suite("""
                examples:
                  - name: one
                    on: 30 June
                    facts: [{type: Penalty, occurred: 2026-06-20}]
                    expect: {}
                  - name: two
                    on: 2026-06-30
                    facts:
                      - {type: a.b, occurred: 2026-07-01}
                      - {type: a.b, occurred: 2026-05-01, recorded: 2026-04-01, colour: red}
                      - {type: a.b, occurred: 2026-05-01, amount: 1.005}
                    expect: {general: {points: 3}, alerts: [{rule: R, level: pink}]}
                """);
        assertThat(suite.faults())
                .extracting(Object::toString)
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:3:") && fault.contains("a day like 2026-06-30"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:4:") && fault.contains("dotted lower case"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:5:") && fault.contains("says something"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:9:") && fault.contains("after the day"))
                .anyMatch(fault ->
                        fault.startsWith("examples/e.yaml:10:") && fault.contains("on which it occurred or later"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:10:") && fault.contains("unknown key 'colour'"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:11:") && fault.contains("two decimal places"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:12:") && fault.contains("unknown key 'points'"))
                .anyMatch(fault -> fault.startsWith("examples/e.yaml:12:") && fault.contains("one of blue"));
    }

    private ExampleSuite suite(String examples) throws IOException {
        Files.writeString(folder.resolve("c.yaml"), CATALOGUE);
        Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("examples").resolve("e.yaml"), examples);
        return ExampleSuite.run(folder, catalogue(folder));
    }

    private static Catalogue catalogue(Path folder) {
        CatalogueReader.Result result = CatalogueReader.read(folder);
        assertThat(result).isInstanceOf(CatalogueReader.Read.class);
        return ((CatalogueReader.Read) result).bundle().catalogue();
    }
}
