package dev.forewarn.core.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a record counts, in calendar arithmetic: a record of day d counts while {@code today < plus(d)}, so that a
 * record of 29 February leaves a window of one year on 28 February.
 *
 * @param months whole months, in [0, 2400]; years are twelve months
 * @param days further days, in [0, 100000]
 * @param isEver whether the window never ends
 */
public record Window(int months, int days, boolean isEver) {

    /** The window that never ends. */
    public static final Window EVER = new Window(0, 0, true);

    /** After so many days the calendar begins again (but for centuries). */
    private static final int FOUR_YEARS_DAYS = 1461;

    private static final Pattern TEXT = Pattern.compile("(?:(\\d{1,3})y)?(?:(\\d{1,4})m)?(?:(\\d{1,5})d)?");

    public Window {
        if (months < 0 || months > 2400 || days < 0 || days > 100_000 || (!isEver && months == 0 && days == 0)) {
            throw new IllegalArgumentException(
                    "a window must be longer than nothing, at most 200 years and 100,000 days; got " + months
                            + " months, " + days + " days");
        }
    }

    public static Window ofDays(int days) {
        return new Window(0, days, false);
    }

    public static Window ofYears(int years) {
        return new Window(12 * years, 0, false);
    }

    /**
     * Reads {@code 90d}, {@code 6m}, {@code 3y}, {@code 1y6m} or {@code ever}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Window parse(String text) {
        if (text.equals("ever")) {
            return EVER;
        }
        Matcher matcher = TEXT.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException(
                    "a window is written like 90d, 6m, 3y, 1y6m or ever; got '" + text + "'");
        }
        return new Window(12 * number(matcher.group(1)) + number(matcher.group(2)), number(matcher.group(3)), false);
    }

    /** The first day on which a record of {@code day} no longer counts, or {@link Horizon#NEVER}. */
    public int plus(int day) {
        if (isEver) {
            return Horizon.NEVER;
        }
        if (months == 0) {
            return day + days;
        }
        return CivilDate.plusMonths(day, months) + days;
    }

    /** A day on which a record of {@code day} surely still counts, found without asking the calendar. */
    public int roughlyPlus(int day) {
        return isEver ? Horizon.NEVER : day + 28 * months + days;
    }

    /** The earliest day whose records still count on {@code today}: the smallest d with {@code plus(d) > today}. */
    public int firstCounted(int today) {
        if (isEver) {
            return Integer.MIN_VALUE;
        }
        if (months == 0) {
            return today - days + 1;
        }
        int day = CivilDate.plusMonths(today - days, -months) - 4;
        while (plus(day) <= today) {
            day++;
        }
        return day;
    }

    /** Whether a record of any day counts here for as long as in the other window: one month does not cover 30 days. */
    public boolean covers(Window other) {
        if (isEver || other.isEver) {
            return isEver;
        }
        for (int day = 0; day < FOUR_YEARS_DAYS; day++) {
            if (plus(day) < other.plus(day)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the window is at least as long as the other, by length in average months. */
    public boolean isAtLeast(Window other) {
        return isEver || (!other.isEver && roughDays() >= other.roughDays());
    }

    /** Shorter of two windows, by length in average months. */
    public Window min(Window other) {
        return isAtLeast(other) ? other : this;
    }

    private double roughDays() {
        return months * 30.436875 + days;
    }

    private static int number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        if (isEver) {
            return "ever";
        }
        StringBuilder text = new StringBuilder();
        if (months >= 12) {
            text.append(months / 12).append('y');
        }
        if (months % 12 > 0) {
            text.append(months % 12).append('m');
        }
        return days > 0 ? text.append(days).append('d').toString() : text.toString();
    }
}
