package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.statistics.Ranking;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Indicator;
import dev.forewarn.core.indicator.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What makes a fit doubtful, by name. */
final class Warnings {

    private static final int FEW = 50;
    private static final int TOO_FEW = 10;
    private static final double TOO_GOOD = 0.85;
    private static final Pattern INSPECTOR = Pattern.compile("(?i).*(inspector|officer|examiner|执法人员|检查人员|检查员).*");

    private Warnings() {}

    /**
     * Refuses a catalogue that looks at who inspected: it would send visits where strict people went before.
     *
     * @throws Refusal with the names
     */
    static void refuseInspectors(Catalogue catalogue) {
        List<String> names = new TreeSet<>(catalogue.retained())
                .stream().filter(name -> INSPECTOR.matcher(name).matches()).toList();
        if (!names.isEmpty()) {
            throw new Refusal("who inspected must never be a factor of risk; the catalogue keeps "
                    + String.join(", ", names) + ". Take it out of conditions and of 'keep' first");
        }
    }

    /**
     * Holds visits to what a fit takes.
     *
     * @throws Refusal if there is too little to fit by
     */
    static void requireEnough(Scheme scheme, Samples samples) {
        int positives = samples.positives();
        if (positives < TOO_FEW || !samples.hasBoth()) {
            throw new Refusal("scheme " + scheme.domain() + ": a fit takes at least " + TOO_FEW
                    + " bad and some good visits; got " + positives + " bad of " + samples.size());
        }
    }

    /** All that should be known about a fit. */
    static List<String> of(Scheme scheme, Samples samples, double penalty) {
        List<String> warnings = new ArrayList<>();
        int positives = samples.positives();
        if (positives < FEW) {
            warnings.add(scheme.domain() + ": few bad outcomes (" + positives + "); the points may not last");
        }
        for (Indicator indicator : scheme.indicators()) {
            if (indicator.points() instanceof Points.OfValue) {
                warnings.add(indicator.id() + ": its points are the number itself and stay as they are");
            }
        }
        List<Integer> used = new ArrayList<>();
        for (int t = 0; t < samples.terms().size(); t++) {
            int support = samples.support(t);
            if (support < LogisticFit.LEAST_SUPPORT) {
                warnings.add(samples.terms().get(t).name() + ": only " + support + " visits have it; not fitted");
            } else {
                used.add(t);
            }
            double auc = Ranking.of(samples.column(t), samples.isBad()).auc();
            if (Math.abs(auc - 0.5) > TOO_GOOD - 0.5) {
                warnings.add(samples.terms().get(t).name() + ": tells the outcome nearly by itself (AUC "
                        + Math.round(auc * 100) / 100.0 + "); does it become known only with the outcome?");
            }
        }
        if (!used.isEmpty()) {
            signs(samples, used, penalty, warnings);
        }
        return warnings;
    }

    private static void signs(Samples samples, List<Integer> used, double penalty, List<String> warnings) {
        int half = samples.cut(0.5);
        double[] all = LogisticFit.unconstrained(samples, used, penalty);
        Samples early = samples.part(0, half);
        Samples late = samples.part(half, samples.size());
        boolean canSplit = early.hasBoth() && late.hasBoth();
        double[] before = canSplit ? LogisticFit.unconstrained(early, used, penalty) : all;
        double[] after = canSplit ? LogisticFit.unconstrained(late, used, penalty) : all;
        IntStream.range(0, used.size()).forEach(i -> {
            String name = samples.terms().get(used.get(i)).name();
            if (all[i] < 0) {
                warnings.add(name + ": the data speak against the catalogue's direction; it gets no points");
            } else if (Math.signum(before[i]) * Math.signum(after[i]) < 0) {
                warnings.add(name + ": unstable, the earlier and the later half of the visits disagree about its sign");
            }
        });
    }
}
