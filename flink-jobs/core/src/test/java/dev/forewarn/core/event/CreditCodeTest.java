package dev.forewarn.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91360699MA0000015G",
                "91360699MA00000A96",
                "92360699MA1234569T",
                "93360699MA0ABCDE6A",
                "91360699MA0T7YWX8P"
            })
    void knownCodesAreValidAndNoOtherLastSymbolIs(String code) {
        assertThat(CreditCode.isLike(code)).isTrue();
        assertThat(CreditCode.isValid(code)).isTrue();
        String stem = code.substring(0, 17);
        for (int s = 0; s < SYMBOLS.length(); s++) {
            char symbol = SYMBOLS.charAt(s);
            String other = stem + symbol;
            assertThat(CreditCode.isValid(other)).as(other).isEqualTo(other.equals(code));
        }
    }

    @Test
    void oneWrongSymbolAnywhereIsNoticed() {
        String code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (int s = 0; s < SYMBOLS.length(); s++) {
                char symbol = SYMBOLS.charAt(s);
                String other = code.substring(0, i) + symbol + code.substring(i + 1);
                assertThat(CreditCode.isValid(other)).as(other).isEqualTo(other.equals(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "913501x0M000100Y43",
                "91350100m000100Y43",
                "FEI-3001234567-001"
            })
    void otherIdsAreNotTakenForCodes(String id) {
        assertThat(CreditCode.isLike(id)).isFalse();
        assertThat(CreditCode.isValid(id)).isFalse();
    }

    @Test
    void aLetterThatTheAlphabetLacksMakesACodeInvalid() {
        assertThat(CreditCode.isLike("91350100MO00100Y43")).isTrue();
        assertThat(CreditCode.isValid("91350100MO00100Y43")).isFalse();
    }
}
