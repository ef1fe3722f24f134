package dev.forewarn.engine.catalogue;

import dev.forewarn.core.indicator.Label;
import dev.forewarn.engine.document.Faults;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The forms that names in a catalogue have. */
final class Names {

    private static final Pattern MEASURE = Pattern.compile("[a-z][a-z0-9_-]{0,63}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*");
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+");
    private static final Pattern LABEL = Pattern.compile("\\S{1,16}");

    private Names() {}

    static void checkMeasure(Section.Entry entry, Faults faults) {
        check(entry, MEASURE, "the name of a measure is in lower case, with digits, _ and -", faults);
    }

    /** The id of an indicator or of a rule. */
    static void checkId(Section.Entry entry, Faults faults) {
        check(entry, ID, "an id begins with a letter and has letters, digits, dots, _ and -, at most 64", faults);
    }

    private static void check(Section.Entry entry, Pattern form, String rule, Faults faults) {
        if (!form.matcher(entry.key()).matches()) {
            faults.add(entry.place(), rule + "; got '" + entry.key() + "'");
        }
    }

    static String domain(Value value) {
        return value.text(DOMAIN, "a domain: lower case, words joined by -", "");
    }

    /** The label of a class. */
    static String label(Value value) {
        return value.text(LABEL, "the label of a class: 1 to 16 characters without spaces", "");
    }

    /** Types of facts, at least one, each once. */
    static List<String> types(Value value) {
        List<String> types = new ArrayList<>();
        for (Value item : value.items()) {
            String type = item.text(TYPE, "a type of facts: dotted lower case, such as penalty.decided", "");
            if (types.contains(type)) {
                item.fault("each type stands once; got '" + type + "' again");
            } else if (!type.isEmpty()) {
                types.add(type);
            }
        }
        if (value.isList() && value.list().isEmpty()) {
            value.fault("'" + value.name() + "' names at least one type of facts; got an empty list");
        }
        return types;
    }

    /** A name in both languages: a text serves both. */
    static Label label(Section section) {
        Value value = section.required("name");
        if (value.isText()) {
            String text = value.text("");
            return new Label(text, text);
        }
        Section parts = value.section();
        Label label =
                new Label(parts.required("zh").text(""), parts.required("en").text(""));
        parts.refuseOthers();
        return label;
    }
}
