package dev.forewarn.cli.demo;

import dev.forewarn.core.event.CreditCode;
import java.util.Locale;

/** Valid synthetic credit codes in a division that is not assigned, so that no real business is touched. */
final class Codes {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Codes() {}

    /** The code of the n-th business, n in [0, 9999999]. */
    static String of(int number) {
        String stem = String.format(Locale.ROOT, "91360699MA%07d", number);
        for (int i = 0; i < SYMBOLS.length(); i++) {
            String code = stem + SYMBOLS.charAt(i);
            if (CreditCode.isValid(code)) {
                return code;
            }
        }
        throw new IllegalStateException("one symbol of all makes a code valid; none does for " + stem);
    }
}
