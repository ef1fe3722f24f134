package dev.forewarn.console.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The files of the live catalogue, read once for each publication. */
@Component
class LiveBundle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBundle.class);

    private final JdbcClient jdbc;
    private volatile @Nullable Read newest;

    /** What the bundle at an offset says. */
    private record Read(long offset, List<Map<?, ?>> files) {}

    LiveBundle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The root of each file; empty while no catalogue was read. */
    List<Map<?, ?>> files() {
        Optional<Long> live = jdbc.sql("SELECT MAX(b.record_offset) FROM catalogue_bundle b WHERE b.stage = 'live'"
                        + " AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.bundle_offset = b.record_offset"
                        + " AND NOT v.accepted)")
                .query(Long.class)
                .optional();
        if (live.isEmpty()) {
            return List.of();
        }
        Read known = newest;
        if (known == null || known.offset() != live.get()) {
            known = new Read(live.get(), read(live.get()));
            newest = known;
        }
        return known.files();
    }

    private List<Map<?, ?>> read(long offset) {
        String text = jdbc.sql("SELECT content FROM catalogue_bundle WHERE record_offset = :offset")
                .param("offset", offset)
                .query(String.class)
                .single();
        List<Map<?, ?>> files = new ArrayList<>();
        for (String file : BundleText.files(text).values()) {
            try {
                files.add(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(file)));
            } catch (YAMLException e) {
                LOG.warn("a file of the catalogue at offset {} cannot be read: {}", offset, e.getMessage());
            }
        }
        return List.copyOf(files);
    }

    /** A value as a map; an empty one if it is none. */
    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A value as a text. */
    static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }
}
