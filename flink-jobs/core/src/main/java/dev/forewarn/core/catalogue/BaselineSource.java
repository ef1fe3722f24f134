package dev.forewarn.core.catalogue;

/** Whose monthly class a crossing is measured against. */
public enum BaselineSource {
    /** The engine's own. */
    OWN("own"),
    /** The official platform's; the engine's own until the platform has sent one. */
    PLATFORM("platform");

    private final String wireName;

    BaselineSource(String wireName) {
        this.wireName = wireName;
    }

    /** The name in catalogues and messages; never changed. */
    public String wireName() {
        return wireName;
    }
}
