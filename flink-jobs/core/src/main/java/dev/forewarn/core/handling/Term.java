package dev.forewarn.core.handling;

/**
 * How long people have for something.
 *
 * @param ms by the clock, day and night, in ms; 0 if it is counted in working days
 * @param workingDays counted from the day after; 0 if it is counted by the clock
 */
public record Term(long ms, int workingDays) {

    public Term {
        if (ms < 0 || workingDays < 0 || (ms == 0) == (workingDays == 0)) {
            throw new IllegalArgumentException("a term is either some time or some working days; got " + ms + " ms and "
                    + workingDays + " working days");
        }
    }

    public static Term ofMs(long ms) {
        return new Term(ms, 0);
    }

    public static Term ofWorkingDays(int days) {
        return new Term(0, days);
    }
}
