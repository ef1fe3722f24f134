package dev.forewarn.core.assess;

import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.fusion.FusionMode;

/** The fused class of each domain on one day: of its own scheme and the general one, as the catalogue says. */
final class FusedRanks {

    private final Plan plan;
    private final SchemeDay[] schemes;
    private final DayFacts facts;
    private final int[] ranks;

    /** Reads the schemes and facts as they are when it is asked. */
    FusedRanks(Plan plan, SchemeDay[] schemes, DayFacts facts) {
        this.plan = plan;
        this.schemes = schemes;
        this.facts = facts;
        this.ranks = new int[schemes.length];
    }

    /** Works all ranks out, after all scores have been. */
    void finish() {
        for (int s = 0; s < schemes.length; s++) {
            ranks[s] = facts.standsIn(s) ? with(s, 0) : 0;
        }
    }

    /** The rank of a domain's fused class, 0 being the best. */
    int of(int scheme) {
        return ranks[scheme];
    }

    /** The rank if every score were higher by a margin in points. */
    int with(int scheme, int margin) {
        return fuse(scheme, schemes[scheme].scheme().fusion().mode(), margin);
    }

    /** The rank by any mode, {@link Fusion#NONE} if the mode does not fit the domain's classes. */
    int by(int scheme, FusionMode mode) {
        return fuse(scheme, mode, 0);
    }

    private int fuse(int scheme, FusionMode mode, int margin) {
        int general = plan.general();
        if (general < 0 || general == scheme) {
            return schemes[scheme].rank(margin);
        }
        Fusion.Side other = facts.standsIn(general) ? schemes[general].side(margin) : schemes[general].sideOfNothing();
        return schemes[scheme].scheme().fusion().fuse(mode, schemes[scheme].side(margin), other);
    }

    /** The rank if only what the business is counted, not what it does. */
    int ofStatic(int scheme) {
        int general = plan.general();
        Fusion.Side own = schemes[scheme].staticSide();
        if (general < 0 || general == scheme) {
            return own.rank();
        }
        Fusion.Side other = facts.standsIn(general) ? schemes[general].staticSide() : schemes[general].sideOfNothing();
        return schemes[scheme].scheme().fusion().fuse(own, other);
    }
}
