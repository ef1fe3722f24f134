package dev.forewarn.city;

/** What dice of a business are thrown for, so that no two matters share them. Append only: numbers make the city. */
final class Matter {

    static final long BIRTH = 1;
    static final long MONTH = 2;
    static final long PROFILE = 3;
    static final long LICENCE = 4;
    static final long REPORT = 5;
    static final long DEVICES = 6;

    private Matter() {}
}
