package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.core.alert.AlertRule;
import dev.forewarn.core.catalogue.Source;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.engine.document.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The systems that send events, as the shipped catalogue names them and as written wrongly. */
class SourcesTest {

    private static final String RULE = "rules: {R: {kind: trigger, name: r, on: a.b, level: red, route: data}}\n";

    @Test
    void everythingThatIsSaidOfASourceIsRead() {
        String text = """
                sources:
                  court:
                    name: {zh: 法院, en: court}
                    department: high court
                    owner: office of records
                    rhythm: 7d
                    lag: 2d
                    basis: agreement of 2025
                    personal-data: true
                    feeds: [court.filed, court.closed]
                  311: {name: hotline, rhythm: 1d}
                """;

        assertThat(((CatalogueReader.Read) CatalogueReader.read(Map.of("a.yaml", text + RULE)))
                        .bundle()
                        .catalogue()
                        .sources())
                .containsExactly(
                        new Source(
                                "court",
                                new Label("法院", "court"),
                                "high court",
                                "office of records",
                                7,
                                2,
                                "agreement of 2025",
                                true,
                                List.of("court.filed", "court.closed")),
                        new Source("311", new Label("hotline", "hotline"), "", "", 1, 0, "", false, List.of()));
    }

    @Test
    void allFaultsOfSourcesAreToldAtOnce() {
        Map<String, String> files = Map.of(
                "a.yaml",
                "sources: {court: {name: court, rhythm: 1m, lag: 0d, personal-data: perhaps, feeds: [Filed]}}\n" + RULE,
                "b.yaml",
                "sources: {court: {name: court, rhythm: 1d}, tax: {name: tax, rythm: 1d}, '': {name: n, rhythm: 5000d}}",
                "c.yaml",
                "sources: {police: none}");

        assertThat(((CatalogueReader.Faulty) CatalogueReader.read(files)).faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "a.yaml:1:40: 'rhythm' must be a number of days in [1d, 4000d]; got '1m'",
                        "a.yaml:1:49: 'lag': a window must be longer than nothing, at most 200 years and 100,000 days; got 0 months, 0 days",
                        "a.yaml:1:68: 'personal-data' must be one of false, true; got 'perhaps'",
                        "a.yaml:1:85: each item of 'feeds' must be a type of facts: dotted lower case, such as penalty.decided; got 'Filed'",
                        "b.yaml:1:11: each source stands once in a catalogue; got 'court' again after a.yaml:1:11",
                        "b.yaml:1:50: the key 'rhythm' is required; it is missing here",
                        "b.yaml:1:62: unknown key 'rythm'; did you mean 'rhythm'?",
                        "b.yaml:1:74: the name of a source is what its events say, 1 to 200 characters; got 0",
                        "b.yaml:1:96: 'rhythm' must be a number of days in [1d, 4000d]; got '5000d'",
                        "c.yaml:1:19: 'police' must be a mapping; got 'none'");
    }

    @Test
    void onlyACatalogueWithSourcesHasADataSection() {
        assertThat(((CatalogueReader.Faulty) CatalogueReader.read(Map.of("a.yaml", RULE))).faults())
                .extracting(Fault::toString)
                .containsExactly("a.yaml:1:65: unknown domain 'data'; none are known here");
    }

    @Test
    void shippedCatalogueRaisesOneAlertForTheDataSection() {
        assertThat(ShippedCatalogueTest.catalogue().sources())
                .extracting(Source::key)
                .containsExactly("demo");
        assertThat(ShippedCatalogueTest.catalogue().rules())
                .filteredOn(rule -> rule.terms().domains().contains(Source.DOMAIN))
                .singleElement()
                .isInstanceOf(AlertRule.Condition.class);
    }
}
