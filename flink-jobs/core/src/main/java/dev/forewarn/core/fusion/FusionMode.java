package dev.forewarn.core.fusion;

/** How the general class and a professional class become one (DESIGN section 5; field report section 3). */
public enum FusionMode {
    /** 指标融合: one score of both, cut into classes anew. */
    INDICATOR("indicator"),
    /** 结果叠加: the general class shifts the professional one. */
    OVERLAY("overlay"),
    /** 结果融合: a table of both classes. */
    MATRIX("matrix"),
    /** The worse of the two: the safe choice for food, drugs and special equipment, where a D never softens. */
    WORST("worst");

    private final String wireName;

    FusionMode(String wireName) {
        this.wireName = wireName;
    }

    /** The name in catalogues and messages; never changed. */
    public String wireName() {
        return wireName;
    }

    /**
     * The mode of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FusionMode ofWireName(String name) {
        for (FusionMode mode : values()) {
            if (mode.wireName.equals(name)) {
                return mode;
            }
        }
        throw new IllegalArgumentException("no mode of fusion is called '" + name + "'");
    }
}
