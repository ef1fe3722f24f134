package dev.forewarn.engine.cel;

/** The words for CEL's types. */
final class TypeNames {

    static final String TRUTH = "a condition";
    static final String NUMBER = "a number";
    static final String TEXT = "a text";

    private TypeNames() {}

    /** @param type CEL's name */
    static String of(String type) {
        return switch (type) {
            case "bool" -> TRUTH;
            case "int", "double" -> NUMBER;
            case "string" -> TEXT;
            default -> type.startsWith("list") ? "a list" : type;
        };
    }
}
