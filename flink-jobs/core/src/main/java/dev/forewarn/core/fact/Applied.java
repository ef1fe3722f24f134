package dev.forewarn.core.fact;

/** What became of a version that was applied to the rows. */
public enum Applied {
    /** The first version known of its record. */
    NEW,
    /** It overruled the version that was kept. */
    NEWER,
    /** The version that is kept overrules it. */
    OLDER,
    /** Exactly the version that is kept. */
    DUPLICATE
}
