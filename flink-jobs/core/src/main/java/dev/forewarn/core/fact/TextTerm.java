package dev.forewarn.core.fact;

import org.jspecify.annotations.Nullable;

/**
 * A text that is read from a fact.
 *
 * @param name the attribute's name where the kind is {@link Kind#ATTRIBUTE}, else empty
 */
public record TextTerm(Kind kind, String name) {

    /** Where the text stands. */
    public enum Kind {
        ATTRIBUTE,
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

    public static TextTerm of(Kind kind) {
        return new TextTerm(kind, "");
    }

    /** The text, empty where the fact has none. */
    public String of(Fact fact) {
        @Nullable
        String text = switch (kind) {
            case ATTRIBUTE -> fact.attribute(name);
            case SEVERITY -> fact.severity();
            case SUBJECT -> fact.subject();
            case SOURCE -> fact.source();
            case RECORD_KEY -> fact.recordKey();
            case SUBJECT_OR_KEY -> {
                String subject = fact.subject();
                yield subject == null || subject.isEmpty() ? fact.recordKey() : subject;
            }
        };
        return text == null ? "" : text;
    }
}
