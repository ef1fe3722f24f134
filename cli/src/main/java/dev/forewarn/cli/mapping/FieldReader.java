package dev.forewarn.cli.mapping;

import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values of a mapping: what begins with {@code =} is an expression, anything else a constant. */
final class FieldReader {

    private static final char EXPRESSION_MARK = '=';
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

    private final RowLanguage language;
    private final List<ColumnUse> columns = new ArrayList<>();

    FieldReader(RowLanguage language) {
        this.language = language;
    }

    /** The columns that the expressions read so far have named. */
    List<ColumnUse> columns() {
        return columns;
    }

    /** A condition on the row; the mark may be left out, since a condition is never a constant. */
    @Nullable
    Expression condition(Value value) {
        String text = value.text("");
        return text.isEmpty() ? null : language.compile(value, text, start(text), Kind.TRUTH, columns);
    }

    /** The fields of an event that stand in a section. */
    Map<Field, Expression> fields(Section section) {
        Map<Field, Expression> fields = new TreeMap<>();
        for (Field field : Field.values()) {
            Value value = section.optional(field.key());
            Expression expression = value.isPresent() ? field(field, value) : null;
            if (expression != null) {
                fields.put(field, expression);
            }
        }
        return fields;
    }

    private @Nullable Expression field(Field field, Value value) {
        if (field.kind() == Kind.TEXTS && value.isList()) {
            return Expression.constant(value.place(), value.texts());
        }
        return value(value, field.kind(), field);
    }

    /** A section of free names, each with a value of one kind. */
    SortedMap<String, Expression> named(Value section, Kind kind) {
        SortedMap<String, Expression> named = new TreeMap<>();
        if (section.isPresent()) {
            for (Section.Entry entry : section.section().entries()) {
                if (!NAME.matcher(entry.key()).matches()) {
                    entry.value().fault("a name has letters, digits, '_', '-' and '.'; got '" + entry.key() + "'");
                }
                Expression expression = value(entry.value(), kind, null);
                if (expression != null) {
                    named.put(entry.key(), expression);
                }
            }
        }
        return named;
    }

    private @Nullable Expression value(Value value, Kind kind, @Nullable Field field) {
        if (!value.isText()) {
            value.text(""); // Tells what stands there instead.
            return null;
        }
        String text = value.text("");
        if (!text.isEmpty() && text.charAt(0) == EXPRESSION_MARK) {
            return language.compile(value, text, start(text), kind, columns);
        }
        try {
            Object constant = kind.ofConstant(text, language.dates());
            String fault = field == null ? null : field.fault(constant);
            if (fault != null) {
                value.fault(fault + hint(text));
                return null;
            }
            return Expression.constant(value.place(), constant);
        } catch (BadValue e) {
            value.fault("'" + value.name() + "': " + e.reason() + hint(text));
            return null;
        }
    }

    private static String hint(String text) {
        return text.contains("row.") || text.contains("(") ? "; an expression begins with '='" : "";
    }

    /** Index of the first character of the expression behind the mark. */
    private static int start(String text) {
        int start = text.charAt(0) == EXPRESSION_MARK ? 1 : 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }
}
