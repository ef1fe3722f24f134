package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTextTest {

    private static final String RULE = "rules: {T: {kind: trigger, name: t, on: a.b, level: red}}";
    private static final String MEASURE = "measures:\n  m: {on: a.b}\n";

    private static CatalogueBundle bundle(CatalogueReader.Result result) {
        return ((CatalogueReader.Read) result).bundle();
    }

    @Test
    void textReadsBackAsTheSameCatalogue() {
        CatalogueBundle bundle = bundle(CatalogueReader.read(Map.of("b.yaml", MEASURE, "a.yaml", RULE)));

        assertThat(bundle.text())
                .isEqualTo("# forewarn catalogue bundle 1\n=== a.yaml 1\n" + RULE + "\n=== b.yaml 2\n" + MEASURE);
        CatalogueBundle again = bundle(CatalogueReader.read(bundle.text()));
        assertThat(again.text()).isEqualTo(bundle.text());
        assertThat(again.version()).isEqualTo(bundle.version()).matches("[0-9a-f]{16}");
        assertThat(again.catalogue().rules()).isEqualTo(bundle.catalogue().rules());
    }

    @Test
    void lineEndsAndTheEndOfAFileDoNotMatterToTheVersion() {
        String version = bundle(CatalogueReader.read(Map.of("a.yaml", RULE, "b.yaml", MEASURE)))
                .version();

        assertThat(bundle(CatalogueReader.read(
                                Map.of("a.yaml", RULE + "\n\n", "b.yaml", "\uFEFF" + MEASURE.replace("\n", "\r\n"))))
                        .version())
                .isEqualTo(version);
        assertThat(bundle(CatalogueReader.read(Map.of("a.yaml", RULE.replace("red", "blue"), "b.yaml", MEASURE)))
                        .version())
                .isNotEqualTo(version);
        assertThat(bundle(CatalogueReader.read(Map.of("a.yaml", RULE, "c.yaml", MEASURE)))
                        .version())
                .isNotEqualTo(version);
    }

    @Test
    void versionIsTheSameOnEveryMachine() {
        assertThat(bundle(CatalogueReader.read(Map.of("a.yaml", RULE))).version())
                .isEqualTo("82d4b708faae21ba");
    }

    @Test
    void textThatIsNoBundleIsAFault() {
        assertThat(CatalogueReader.read(""))
                .hasToString(faulty(1, "a bundle begins with '# forewarn catalogue bundle 1'"));
        assertThat(CatalogueReader.read("# forewarn catalogue bundle 1\nx\n"))
                .hasToString(faulty(2, "a file of a bundle begins with '=== NAME LINES'"));
        assertThat(CatalogueReader.read("# forewarn catalogue bundle 1\n=== a.yaml 3\nx: 1\n"))
                .hasToString(faulty(2, "file 'a.yaml' ends before its last line"));
    }

    private static String faulty(int line, String reason) {
        return "Faulty[faults=[bundle:" + line + ":1: " + reason + "]]";
    }
}
