package dev.forewarn.core.fusion;

/** How the general class and a professional class become one (DESIGN section 5; field report section 3). */
public enum FusionMode {
    /** The worse of the two: the safe choice for food, drugs and special equipment, where a D never softens. */
    WORST("worst") {
        @Override
        public int fuse(int professionalRank, int generalRank) {
            return Math.max(professionalRank, generalRank);
        }
    };

    private final String wireName;

    FusionMode(String wireName) {
        this.wireName = wireName;
    }

    /** The name in catalogues and messages; never changed. */
    public String wireName() {
        return wireName;
    }

    /** The rank of the fused class; both ranks count from 0, the best. */
    public abstract int fuse(int professionalRank, int generalRank);
}
