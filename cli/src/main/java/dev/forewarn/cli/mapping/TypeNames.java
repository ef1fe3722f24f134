package dev.forewarn.cli.mapping;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

/** CEL's types in the words of the manual. */
final class TypeNames {

    private TypeNames() {}

    static String of(CelType type) {
        if (type instanceof ListType list) {
            return "a list of " + of(list.elemType());
        }
        if (type.equals(SimpleType.STRING)) {
            return "text";
        }
        if (type.equals(SimpleType.INT)) {
            return "a whole number";
        }
        if (type.equals(SimpleType.DOUBLE)) {
            return "a number";
        }
        if (type.equals(SimpleType.TIMESTAMP)) {
            return "an instant";
        }
        if (type.equals(SimpleType.BOOL)) {
            return "true or false";
        }
        return type.equals(SimpleType.NULL_TYPE) ? "no value" : type.name();
    }
}
