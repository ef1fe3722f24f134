package dev.forewarn.cli.mapping;

/** Says that a value of a row cannot be used: the rule and the value found. */
final class BadValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadValue(String rule, String got) {
        super(rule + "; got '" + shortened(got) + "'", null, false, false);
    }

    BadValue(String reason) {
        super(reason, null, false, false);
    }

    /** A text that fits into a message. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
