package dev.forewarn.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CataloguePropertyTest {

    private static final String[] PIECES = {
        "",
        ":",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "'",
        "\"",
        "\n",
        "  ",
        "0",
        "-1",
        "1e9",
        "999999999999999999",
        "~",
        "*step3",
        "&step3 ",
        "on",
        "where",
        "level",
        "count(",
        "ever",
        "0d",
        "999y",
        "attr('x')",
        "==",
        "&&",
        "rules:",
        "scheme:",
        "D",
        "red",
        "中"
    };

    /** Whatever a hand does to a catalogue, the outcome is a bundle or faults. */
    @Property(tries = 300)
    void damagedCatalogueGivesABundleOrFaults(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        TreeMap<String, String> files = new TreeMap<>();
        for (String name : new String[] {"settings.yaml", "drug.yaml", "rules.yaml"}) {
            files.put(name, damaged(Files.readString(ShippedCatalogueTest.FOLDER.resolve(name)), random));
        }
        CatalogueReader.Result result = CatalogueReader.read(files);

        if (result instanceof CatalogueReader.Faulty faulty) {
            assertThat(faulty.faults()).isNotEmpty();
        } else {
            CatalogueBundle bundle = ((CatalogueReader.Read) result).bundle();
            assertThat(CatalogueReader.read(bundle.text())).isInstanceOf(CatalogueReader.Read.class);
        }
    }

    @Property(tries = 300)
    void anyTextGivesABundleOrFaults(@ForAll String text) {
        assertThat(CatalogueReader.read(text)).isInstanceOf(CatalogueReader.Faulty.class);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), at + random.nextInt(6));
            damaged.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        return damaged.toString();
    }
}
