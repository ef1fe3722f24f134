package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.RowFunction.text;

import dev.cel.common.types.SimpleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions for what concerns persons, who enter the log as hashes only. */
final class PersonFunctions {

    private PersonFunctions() {}

    static List<RowFunction> all(@Nullable Salt salt) {
        return List.of(RowFunction.of(
                "sha256_salted",
                SimpleType.STRING,
                List.of(SimpleType.STRING),
                "the hash of a person's name or number, trimmed, under the installation's salt; empty stays empty",
                a -> hash(salt, Texts.trim(text(a[0])))));
    }

    private static String hash(@Nullable Salt salt, String person) {
        if (salt == null) {
            throw new BadValue("persons are hashed under a salt; there is none");
        }
        return person.isEmpty() ? "" : salt.hash(person);
    }
}
