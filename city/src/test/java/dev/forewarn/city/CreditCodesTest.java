package dev.forewarn.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CreditCodesTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void bothCheckDigitsAreRight() {
        for (long number : new long[] {0, 1, 30, 31, 99_999, 149_999, 12_345_678, 543_000_000}) {
            String code = CreditCodes.of(Form.ENTERPRISE, number);

            assertThat(code).matches("91360699MA[0-9A-Y]{6}[0-9X][0-9A-Y]");
            assertThat(outerSum(code)).as(code).isZero();
            assertThat(innerSum(code)).as(code).isZero();
        }
    }

    @Test
    void checksAgreeWithACodeOfThePublicSample() {
        assertThat(outerSum("91350100M000100Y43")).isZero();
        assertThat(innerSum("91350100M000100Y43")).isZero();
        assertThat(outerSum("91350100M000100Y44")).isNotZero();
    }

    @Test
    void numbersAndFormsHaveCodesOfTheirOwn() {
        Set<String> codes = new HashSet<>();
        for (Form form : Form.values()) {
            for (int number = 0; number < 5_000; number++) {
                codes.add(CreditCodes.of(form, number));
            }
        }

        assertThat(codes).hasSize(15_000);
    }

    /** All eighteen symbols with their weights, which come to nothing modulo 31. */
    private static int outerSum(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 18; i++) {
            sum += SYMBOLS.indexOf(code.charAt(i)) * (i == 17 ? 1 : weight);
            weight = weight * 3 % 31;
        }
        return sum % 31;
    }

    private static int innerSum(String code) {
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        int sum = code.charAt(16) == 'X' ? 10 : code.charAt(16) - '0';
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(code.charAt(8 + i), 36) * weights[i];
        }
        return sum % 11;
    }
}
