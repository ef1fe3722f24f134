package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.option.Refusal;

/**
 * The visits cut in two by time, between two days: what a fit on the earlier ones says is tried on the later ones.
 *
 * @param cutDay the first day of the later part, as days since 1970-01-01
 */
record Parts(Samples early, Samples late, int cutDay) {

    /** The part of the visits, the latest ones, that a fit is validated on. */
    private static final double VALIDATION = 0.3;

    /**
     * Cuts.
     *
     * @throws Refusal if one part could not be fitted by, or the other not be tried on
     */
    static Parts of(String domain, Samples samples) {
        int cut = samples.cut(1 - VALIDATION);
        Samples early = samples.part(0, cut);
        Samples late = samples.part(cut, samples.size());
        if (!early.hasBoth() || !late.hasBoth()) {
            throw new Refusal("scheme " + domain
                    + ": the earlier visits are fitted by and the later ones tried on, so both take bad and good ones; got "
                    + early.positives() + " bad of " + early.size() + " and " + late.positives() + " bad of "
                    + late.size() + ". Take in more days with --from and --until");
        }
        return new Parts(early, late, late.days()[0]);
    }
}
