package dev.forewarn.core.event;

/**
 * The unified social credit code of GB 32100-2015: eighteen symbols, the last of which checks the others. Some codes of
 * the first pilots fail the check and are legal all the same, so a failure is a remark and never a reason to refuse.
 */
public final class CreditCode {

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CreditCode() {}

    /**
     * Whether an id was meant as such a code: eighteen digits and capital letters with a division of six digits from
     * the third on. Other ids are not judged.
     */
    public static boolean isLike(String id) {
        if (id.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char symbol = id.charAt(i);
            boolean isDigit = symbol >= '0' && symbol <= '9';
            boolean isDivision = i >= 2 && i < 8;
            if (!isDigit && (isDivision || symbol < 'A' || symbol > 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Whether all symbols of a code belong to the alphabet (which has no I, O, S, V, Z) and the last one checks. */
    public static boolean isValid(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * WEIGHTS[i];
        }
        int check = Math.floorMod(-sum, ALPHABET.length());
        return code.charAt(LENGTH - 1) == ALPHABET.charAt(check);
    }
}
