package dev.forewarn.console.message;

/** What an indicator adds now, as against the last monthly classification. */
public record Change(String domain, String indicator, int before, int now) {

    /** By how much it has moved the score. */
    public int moved() {
        return now - before;
    }
}
