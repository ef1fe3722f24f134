package dev.forewarn.cli.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of an event holds, how a constant of it is written, and what an expression for it may give. */
@SuppressWarnings("ImmutableEnumChecker") // CEL's types are immutable but not annotated.
enum Kind {
    TEXT("text", SimpleType.STRING) {
        @Override
        @Nullable
        Object ofConstant(String text, Dates dates) {
            return textOrNull(text);
        }

        @Override
        @Nullable
        Object ofValue(Object value) {
            return textOrNull((String) value);
        }
    },
    WHOLE("a whole number", SimpleType.INT) {
        @Override
        Object ofConstant(String text, Dates dates) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                throw new BadValue("a whole number has digits only", text);
            }
        }
    },
    NUMBER("a number", SimpleType.DOUBLE, SimpleType.INT) {
        @Override
        Object ofConstant(String text, Dates dates) {
            try {
                return finite(Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw new BadValue("a number is written like 12.5", text);
            }
        }

        @Override
        Object ofValue(Object value) {
            return finite(((Number) value).doubleValue());
        }
    },
    INSTANT("an instant", SimpleType.TIMESTAMP) {
        @Override
        @Nullable
        Object ofConstant(String text, Dates dates) {
            return dates.instant(text);
        }

        @Override
        Object ofValue(Object value) {
            // The log counts in milliseconds.
            return Instant.ofEpochMilli(((Instant) value).toEpochMilli());
        }
    },
    TEXTS("a list of texts", ListType.create(SimpleType.STRING), SimpleType.STRING) {
        @Override
        Object ofConstant(String text, Dates dates) {
            return List.of(text);
        }

        @Override
        Object ofValue(Object value) {
            return value instanceof String text ? texts(List.of(text)) : texts((List<?>) value);
        }
    },
    TRUTH("true or false", SimpleType.BOOL) {
        @Override
        Object ofConstant(String text, Dates dates) {
            return Boolean.valueOf(text);
        }
    };

    private final String title;
    private final List<CelType> types;

    Kind(String title, CelType... types) {
        this.title = title;
        this.types = List.of(types);
    }

    /** In words, after "must be". */
    String title() {
        return title;
    }

    /** Whether an expression of this type will do; null stands for no value. */
    boolean accepts(CelType type) {
        return types.contains(type) || (type.equals(SimpleType.NULL_TYPE) && this != TRUTH);
    }

    /** The value of a constant as written in the mapping; null if it says that there is none. */
    abstract @Nullable Object ofConstant(String text, Dates dates);

    /** The value that an expression gave, as fields hold it. */
    final @Nullable Object ofResult(Object value) {
        return value instanceof NullValue ? null : ofValue(value);
    }

    @Nullable
    Object ofValue(Object value) {
        return value;
    }

    private static @Nullable String textOrNull(String text) {
        String trimmed = Texts.trim(text);
        return trimmed.isEmpty() ? null : trimmed;
    }

    private static Double finite(double number) {
        if (!Double.isFinite(number)) {
            throw new BadValue("a number is finite", Double.toString(number));
        }
        return number;
    }

    private static List<String> texts(List<?> items) {
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            String text = textOrNull(String.valueOf(item));
            if (text != null && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }
}
