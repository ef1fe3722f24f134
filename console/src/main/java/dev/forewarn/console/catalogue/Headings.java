package dev.forewarn.console.catalogue;

import static dev.forewarn.console.catalogue.LiveBundle.map;
import static dev.forewarn.console.catalogue.LiveBundle.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The headings under which the live catalogue sums indicators, and the sources that it names. */
@Component
public class Headings {

    private static final int DEEPEST = 10;

    private final LiveBundle bundle;

    Headings(LiveBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * A heading or a source.
     *
     * @param parent id of the heading above; empty of the first level
     */
    public record Heading(String id, String nameZh, String nameEn, String parent) {}

    /** Headings by id, in the catalogue's order. */
    public Map<String, Heading> groups() {
        return named("groups");
    }

    /** Sources by the name that their events carry. */
    public Map<String, Heading> sources() {
        return named("sources");
    }

    private Map<String, Heading> named(String section) {
        Map<String, Heading> found = new LinkedHashMap<>();
        for (Map<?, ?> file : bundle.files()) {
            map(file.get(section)).forEach((id, said) -> {
                String key = String.valueOf(id);
                Map<?, ?> names = map(map(said).get("name"));
                found.put(
                        key,
                        new Heading(
                                key,
                                text(names.get("zh"), key),
                                text(names.get("en"), key),
                                text(map(said).get("parent"), "")));
            });
        }
        return found;
    }

    /** The heading of the first level above a group; one with the group's own name if the catalogue has none. */
    public static Heading firstLevel(Map<String, Heading> groups, String group) {
        Heading heading = groups.getOrDefault(group, new Heading(group, group, group, ""));
        for (int depth = 0; depth < DEEPEST && groups.containsKey(heading.parent()); depth++) {
            heading = groups.getOrDefault(heading.parent(), heading);
        }
        return heading;
    }
}
