package dev.forewarn.core.fusion;

/**
 * How the general class and a professional class become one (DESIGN section 5; field report section 3). Stored by code.
 */
public enum FusionMode {
    /** 指标融合: one score of both, cut into classes anew. */
    INDICATOR("indicator", 1),
    /** 结果叠加: the general class shifts the professional one. */
    OVERLAY("overlay", 2),
    /** 结果融合: a table of both classes. */
    MATRIX("matrix", 3),
    /** The worse of the two: the safe choice for food, drugs and special equipment, where a D never softens. */
    WORST("worst", 4);

    private final String wireName;
    private final int code;

    FusionMode(String wireName, int code) {
        this.wireName = wireName;
        this.code = code;
    }

    /** The name in catalogues and messages; never changed. */
    public String wireName() {
        return wireName;
    }

    /** The number in stored dossiers; never changed. */
    public int code() {
        return code;
    }

    public static FusionMode ofCode(int code) {
        for (FusionMode mode : values()) {
            if (mode.code == code) {
                return mode;
            }
        }
        throw new IllegalStateException("a mode of fusion has the code " + code + "; this version knows 1 to 4");
    }
}
