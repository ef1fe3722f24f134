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

/** The outcomes that the live catalogue knows. */
@Component
public class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

    private final JdbcClient jdbc;
    private volatile @Nullable Read newest;

    /** What the bundle at an offset says. */
    private record Read(long offset, List<Outcome> outcomes) {}

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the catalogue's order; empty while no catalogue was read. */
    public List<Outcome> all() {
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
        return known.outcomes();
    }

    private List<Outcome> read(long offset) {
        String text = jdbc.sql("SELECT content FROM catalogue_bundle WHERE record_offset = :offset")
                .param("offset", offset)
                .query(String.class)
                .single();
        try {
            for (String file : BundleText.files(text).values()) {
                Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
                Map<?, ?> found = map(map(map(root).get("handling")).get("outcomes"));
                if (!found.isEmpty()) {
                    return outcomes(found);
                }
            }
        } catch (YAMLException e) {
            LOG.warn("the outcomes of the catalogue at offset {} cannot be read: {}", offset, e.getMessage());
        }
        return List.of();
    }

    private static List<Outcome> outcomes(Map<?, ?> found) {
        List<Outcome> outcomes = new ArrayList<>();
        found.forEach((id, said) -> {
            Map<?, ?> names = map(map(said).get("name"));
            String key = String.valueOf(id);
            outcomes.add(new Outcome(
                    key,
                    text(names.get("zh"), key),
                    text(names.get("en"), key),
                    text(map(said).get("meaning"), "")));
        });
        return List.copyOf(outcomes);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }
}
