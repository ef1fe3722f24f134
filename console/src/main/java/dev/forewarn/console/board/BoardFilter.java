package dev.forewarn.console.board;

import dev.forewarn.avro.Level;
import dev.forewarn.console.query.BadRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a board shows and in which order. It stands in the address, so that a team can keep its view as a bookmark;
 * several values of one name are alternatives, and an empty list sets no bound.
 *
 * @param levels of the alert now
 * @param divisions codes, each with all that lie within it
 * @param families lead or reminder, as on the wire
 * @param handlings states, as on the wire
 * @param text part of a name, an id, a subject, a rule or a case number
 * @param entity id of one business; empty for all
 * @param state which alerts by how far they are
 * @param page from 1
 * @param size lines of a page, in [1, 500]
 */
public record BoardFilter(
        List<Level> levels,
        List<String> domains,
        List<String> divisions,
        List<String> grids,
        List<String> families,
        List<String> rules,
        List<String> handlings,
        String text,
        String entity,
        State state,
        Sort sort,
        Group group,
        int page,
        int size) {

    /** Lines of a page unless the address says otherwise. */
    public static final int DEFAULT_SIZE = 50;

    /** Most lines of a page. */
    public static final int LARGEST_SIZE = 500;

    /** Which alerts by how far they are. */
    public enum State {
        /** Those that somebody is to see to; not the suppressed ones. */
        OPEN,
        /** Those whose deadline has been missed. */
        OVERDUE,
        SUPPRESSED,
        CLOSED,
        ALL
    }

    /** Which come first. */
    public enum Sort {
        /** The highest level, then the next deadline. */
        URGENT,
        /** What has changed last. */
        NEWEST
    }

    /** What lines are put together by. */
    public enum Group {
        NONE,
        RULE,
        ENTITY
    }

    public BoardFilter {
        levels = List.copyOf(levels);
        domains = List.copyOf(domains);
        divisions = List.copyOf(divisions);
        grids = List.copyOf(grids);
        families = List.copyOf(families);
        rules = List.copyOf(rules);
        handlings = List.copyOf(handlings);
    }

    /**
     * Reads the parameters of an address.
     *
     * @throws BadRequest if one has a value that it cannot have
     */
    public static BoardFilter of(Map<String, List<String>> parameters) {
        return new BoardFilter(
                all(parameters, "level").stream()
                        .map(word -> word("level", word, Level.class))
                        .toList(),
                all(parameters, "domain"),
                all(parameters, "division"),
                all(parameters, "grid"),
                upper(all(parameters, "family")),
                all(parameters, "rule"),
                upper(all(parameters, "handling")),
                one(parameters, "text", "").strip(),
                one(parameters, "entity", ""),
                word("state", one(parameters, "state", "open"), State.class),
                word("sort", one(parameters, "sort", "urgent"), Sort.class),
                word("group", one(parameters, "group", "none"), Group.class),
                number(parameters, "page", 1, 1_000_000),
                number(parameters, "size", DEFAULT_SIZE, LARGEST_SIZE));
    }

    /** The same, of another page. */
    public BoardFilter onPage(int number) {
        return new BoardFilter(
                levels, domains, divisions, grids, families, rules, handlings, text, entity, state, sort, group, number,
                size);
    }

    /** The address that it stands in, as far as it differs from what is shown anyhow; begins with ? unless empty. */
    public String query() {
        List<String> parts = new ArrayList<>();
        levels.forEach(level -> add(parts, "level", level.name().toLowerCase(Locale.ROOT)));
        domains.forEach(value -> add(parts, "domain", value));
        divisions.forEach(value -> add(parts, "division", value));
        grids.forEach(value -> add(parts, "grid", value));
        families.forEach(value -> add(parts, "family", value.toLowerCase(Locale.ROOT)));
        rules.forEach(value -> add(parts, "rule", value));
        handlings.forEach(value -> add(parts, "handling", value.toLowerCase(Locale.ROOT)));
        add(parts, "text", text);
        add(parts, "entity", entity);
        add(parts, "state", state == State.OPEN ? "" : state.name().toLowerCase(Locale.ROOT));
        add(parts, "sort", sort == Sort.URGENT ? "" : sort.name().toLowerCase(Locale.ROOT));
        add(parts, "group", group == Group.NONE ? "" : group.name().toLowerCase(Locale.ROOT));
        add(parts, "page", page == 1 ? "" : Integer.toString(page));
        add(parts, "size", size == DEFAULT_SIZE ? "" : Integer.toString(size));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static List<String> all(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
    }

    private static List<String> upper(List<String> words) {
        return words.stream()
                .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'))
                .toList();
    }

    private static String one(Map<String, List<String>> parameters, String name, String otherwise) {
        List<String> values = all(parameters, name);
        return values.isEmpty() ? otherwise : values.get(0);
    }

    private static <E extends Enum<E>> E word(String name, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new BadRequest(name + " takes one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(value -> value.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "; got '" + word + "'"));
    }

    private static int number(Map<String, List<String>> parameters, String name, int otherwise, int most) {
        String text = one(parameters, name, Integer.toString(otherwise));
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other value that it cannot have.
        }
        throw new BadRequest(name + " takes a number from 1 to " + most + "; got '" + text + "'");
    }
}
