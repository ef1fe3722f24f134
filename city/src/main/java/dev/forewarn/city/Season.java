package dev.forewarn.city;

/**
 * How much more often than on the average of the year something happens in each month, January first, in tenths: a to f
 * are 10 to 15. Proposed.
 */
enum Season {
    EVEN("aaaaaaaaaaaa"),
    /** Food spoils, kitchens suffer. */
    WARM("6689bdffda86"),
    /** Plans of inspection begin after the Spring Festival and are worked off in autumn. */
    OFFICE("64abbaaadcda"),
    /** Consumers' day in March, the sales of November. */
    SHOPPING("b8d99a999ada");

    /** No month lies above this. */
    static final double PEAK = 1.5;

    private final String tenths;

    Season(String tenths) {
        this.tenths = tenths;
    }

    /** The factor of a month, from 0 for January. */
    double of(int month) {
        return Character.digit(tenths.charAt(month), 16) / 10.0;
    }
}
