package dev.forewarn.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * A text that is read from a fact.
 *
 * @param name the attribute's name where the kind reads one, else empty
 */
public record TextTerm(Kind kind, String name) {

    /** Where the text stands. */
    public enum Kind {
        ATTRIBUTE,
        /** The attribute, or the subject where there is none. */
        ATTRIBUTE_OR_SUBJECT,
        SEVERITY,
        SUBJECT,
        SOURCE,
        RECORD_KEY,
        /** The subject, or the record key where there is none. */
        SUBJECT_OR_KEY
    }

    public static TextTerm attribute(String name) {
        return new TextTerm(Kind.ATTRIBUTE, name);
    }

    public static TextTerm attributeOrSubject(String name) {
        return new TextTerm(Kind.ATTRIBUTE_OR_SUBJECT, name);
    }

    public static TextTerm of(Kind kind) {
        return new TextTerm(kind, "");
    }

    /** The text, empty where the fact has none. */
    public String of(Fact fact) {
        @Nullable
        String text = switch (kind) {
            case ATTRIBUTE -> fact.attribute(name);
            case ATTRIBUTE_OR_SUBJECT -> firstOf(fact.attribute(name), fact.subject());
            case SEVERITY -> fact.severity();
            case SUBJECT -> fact.subject();
            case SOURCE -> fact.source();
            case RECORD_KEY -> fact.recordKey();
            case SUBJECT_OR_KEY -> firstOf(fact.subject(), fact.recordKey());
        };
        return text == null ? "" : text;
    }

    /** Whether it reads {@link #name} from the attributes. */
    public boolean readsAttribute() {
        return kind == Kind.ATTRIBUTE || kind == Kind.ATTRIBUTE_OR_SUBJECT;
    }

    private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
        return first == null || first.isEmpty() ? second : first;
    }
}
