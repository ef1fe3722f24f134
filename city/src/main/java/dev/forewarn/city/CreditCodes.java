package dev.forewarn.city;

/**
 * Synthetic unified social credit codes (GB 32100-2015) with both check digits right, in the division 360699, which is
 * not assigned: no real business is touched.
 */
final class CreditCodes {

    /** The division that all businesses of the city are in. */
    static final String DIVISION = "360699";

    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int NUMBER_SYMBOLS = 6;

    /** Numbers begin so high that the codes of the demo's own businesses, which begin at 0, are not met. */
    private static final long FIRST = 12L * 31 * 31 * 31 * 31 * 31;

    private CreditCodes() {}

    /**
     * The code of a business.
     *
     * @param form what the second symbol says: enterprise, self-employed or cooperative
     * @param number of the business, in [0, 543 million]
     */
    static String of(Form form, long number) {
        char[] code = new char[18];
        code[0] = '9';
        code[1] = form.symbol();
        DIVISION.getChars(0, DIVISION.length(), code, 2);
        code[8] = 'M';
        code[9] = 'A';
        long rest = FIRST + number;
        for (int i = 0; i < NUMBER_SYMBOLS; i++) {
            code[15 - i] = SYMBOLS.charAt((int) (rest % SYMBOLS.length()));
            rest /= SYMBOLS.length();
        }
        code[16] = innerCheck(code);
        code[17] = outerCheck(code);
        return new String(code);
    }

    private static char innerCheck(char[] code) {
        int sum = 0;
        for (int i = 0; i < INNER_WEIGHTS.length; i++) {
            // Here all letters count, from A = 10 to Z = 35.
            sum += Character.digit(code[8 + i], 36) * INNER_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }

    private static char outerCheck(char[] code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += SYMBOLS.indexOf(code[i]) * WEIGHTS[i];
        }
        return SYMBOLS.charAt(Math.floorMod(-sum, SYMBOLS.length()));
    }
}
