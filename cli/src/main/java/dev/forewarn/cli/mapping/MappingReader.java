package dev.forewarn.cli.mapping;

import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.engine.document.Document;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Nearest;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads mappings and finds all that is wrong with them at once. */
public final class MappingReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final @Nullable Salt salt;
    private final Faults faults;

    /**
     * Takes where faults go.
     *
     * @param salt for persons; null refuses mappings that hash any
     */
    public MappingReader(@Nullable Salt salt, Faults faults) {
        this.salt = salt;
        this.faults = faults;
    }

    /** The mapping of a file, null if anything is wrong with it. */
    public @Nullable Mapping read(Path file) {
        int before = faults.count();
        Mapping mapping = mapping(Document.read(file, file.toString(), faults));
        return faults.count() == before ? mapping : null;
    }

    /** The mapping of a text, null if anything is wrong with it. */
    public @Nullable Mapping read(String name, String text) {
        int before = faults.count();
        Mapping mapping = mapping(Document.read(name, text, faults));
        return faults.count() == before ? mapping : null;
    }

    private Mapping mapping(Section root) {
        String name = root.required("mapping").text(NAME, "small letters, digits and hyphens", "mapping");
        root.optional("about").text("");
        Section input = root.required("input").section();
        RowFormat format = InputReader.format(input);
        List<ColumnUse> declared = InputReader.columns(input);
        input.refuseOthers();
        ZoneId zone = InputReader.zone(root.required("zone"));
        FieldReader reader = new FieldReader(new RowLanguage(zone, InputReader.tables(root), salt));
        List<RowRule> rules = new ArrayList<>(rules(root.optional("refuse"), true, reader));
        rules.addAll(rules(root.optional("skip"), false, reader));
        Value events = root.required("events");
        List<EventTemplate> templates = templates(root.optional("defaults"), events, reader);
        root.refuseOthers();
        return new Mapping(name, format, zone, columns(declared, reader.columns()), rules, templates, events.place());
    }

    private List<ColumnUse> columns(List<ColumnUse> declared, List<ColumnUse> used) {
        if (declared.isEmpty()) {
            return used;
        }
        List<String> names = declared.stream().map(ColumnUse::column).toList();
        for (ColumnUse use : used) {
            if (!names.contains(use.column())) {
                faults.add(use.place(), "unknown column '" + use.column() + "'; " + Nearest.hint(use.column(), names));
            }
        }
        return declared;
    }

    private static List<RowRule> rules(Value list, boolean isRefusal, FieldReader reader) {
        List<RowRule> rules = new ArrayList<>();
        for (Value item : list.list()) {
            Section section = item.section();
            Expression when = reader.condition(section.required("when"));
            String reason = section.required("reason").text("");
            section.refuseOthers();
            if (when != null) {
                rules.add(new RowRule(when, reason, isRefusal));
            }
        }
        return rules;
    }

    private static List<EventTemplate> templates(Value defaults, Value events, FieldReader reader) {
        Section common = defaults.section();
        Shape shared = defaults.isPresent() ? shape(common, reader) : Shape.empty();
        if (events.isList() && events.list().isEmpty()) {
            events.fault("'events' must name at least one event; got an empty list");
        }
        List<EventTemplate> templates = new ArrayList<>();
        for (Value item : events.list()) {
            Section section = item.section();
            Value condition = section.optional("when");
            Expression when =
                    condition.isPresent() ? reader.condition(condition) : Expression.constant(item.place(), true);
            Shape shape = shared.with(shape(section, reader));
            requireFields(section, common);
            if (when != null) {
                templates.add(
                        new EventTemplate(item.place(), when, shape.fields(), shape.attributes(), shape.numbers()));
            }
        }
        return templates;
    }

    private static void requireFields(Section event, Section defaults) {
        for (Field field : Field.values()) {
            if (field.isRequired() && !event.has(field.key()) && !defaults.has(field.key())) {
                event.fault("the key '" + field.key() + "' is required, here or under 'defaults'; it is missing");
            }
        }
    }

    private static Shape shape(Section section, FieldReader reader) {
        Shape shape = new Shape(
                reader.fields(section),
                reader.named(section.optional("attributes"), Kind.TEXT),
                reader.named(section.optional("numbers"), Kind.NUMBER));
        section.refuseOthers();
        return shape;
    }

    /** What a mapping says about the fields of an event, or of all events. */
    private record Shape(
            Map<Field, Expression> fields,
            SortedMap<String, Expression> attributes,
            SortedMap<String, Expression> numbers) {

        static Shape empty() {
            return new Shape(Map.of(), new TreeMap<>(), new TreeMap<>());
        }

        /** What the other says counts. */
        Shape with(Shape other) {
            Map<Field, Expression> bothFields = new TreeMap<>(fields);
            bothFields.putAll(other.fields);
            SortedMap<String, Expression> bothAttributes = new TreeMap<>(attributes);
            bothAttributes.putAll(other.attributes);
            SortedMap<String, Expression> bothNumbers = new TreeMap<>(numbers);
            bothNumbers.putAll(other.numbers);
            return new Shape(bothFields, bothAttributes, bothNumbers);
        }
    }
}
