package dev.forewarn.cli.mapping;

import static dev.forewarn.cli.mapping.RowFunction.text;

import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that read numbers; of an empty text they give no value. */
final class NumberFunctions {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d{1,18}|\\d{1,3}(,\\d{3}){1,5})(\\.\\d{1,18})?");

    private NumberFunctions() {}

    static List<RowFunction> all() {
        return List.of(
                RowFunction.of(
                        "number",
                        SimpleType.DOUBLE,
                        List.of(SimpleType.STRING),
                        "a number such as 12.5 or 1,250; no value if the text is empty",
                        a -> number(text(a[0]))),
                RowFunction.of(
                        "minor_units",
                        SimpleType.INT,
                        List.of(SimpleType.STRING),
                        "money in minor units (fen, cents): 1,250.5 is 125050; no value if the text is empty",
                        a -> minorUnits(text(a[0]))));
    }

    private static @Nullable Double number(String text) {
        BigDecimal number = decimal(text);
        return number == null ? null : number.doubleValue();
    }

    private static @Nullable Long minorUnits(String text) {
        BigDecimal amount = decimal(text);
        if (amount == null) {
            return null;
        }
        try {
            return amount.movePointRight(2).longValueExact();
        } catch (ArithmeticException e) {
            throw new BadValue("money has at most two decimals and 17 digits", text);
        }
    }

    private static @Nullable BigDecimal decimal(String text) {
        String plain = Texts.trim(Texts.halfWidth(text));
        if (plain.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(plain).matches()) {
            throw new BadValue("a number is written like 12.5 or 1,250", text);
        }
        return new BigDecimal(plain.replace(",", ""));
    }
}
