package dev.forewarn.cli.calibrate;

import dev.forewarn.cli.backtest.Backtest;
import dev.forewarn.cli.backtest.Question;
import dev.forewarn.cli.backtest.VisitPass;
import dev.forewarn.cli.catalogue.Bundles;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.statistics.Ranking;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits the points of one scheme. The visits are cut in two by time: the penalty is chosen, and the gain shown, by what
 * a fit on the earlier ones says of the later ones; the points that are written come from all of them.
 */
final class Calibration {

    private static final double[] PENALTIES = {1000, 300, 100, 30, 10, 3, 1};

    private final Backtest backtest;
    private final CatalogueBundle catalogue;
    private final CatalogueText text;
    private final Question question;

    /** @param question about the visits to fit by */
    Calibration(Backtest backtest, CatalogueBundle catalogue, CatalogueText text, Question question) {
        this.backtest = backtest;
        this.catalogue = catalogue;
        this.text = text;
        this.question = question;
    }

    /**
     * What came of fitting one scheme.
     *
     * @param undecided visits left out, since the data end before it is known how they ended
     * @param trained visits of the earlier part, by which the points that were validated were fitted
     * @param validated visits of the later part
     * @param cut the first day of the later part
     * @param before how the catalogue as it was orders them
     * @param after how the catalogue fitted on the earlier part does
     */
    record Fitted(
            String domain,
            int visits,
            int positives,
            int undecided,
            int trained,
            int validated,
            LocalDate cut,
            double penalty,
            Quality before,
            Quality after,
            Map<String, String> points,
            String classes,
            List<String> warnings) {}

    /** How well visits are ordered. */
    record Quality(double auc, double precisionAtTen) {
        private static Quality of(VisitPass.Found found) {
            Ranking ranking = Ranking.of(found.scores(), found.isBad());
            return new Quality(ranking.auc(), ranking.precisionAt(10));
        }
    }

    /** Fits a scheme, on top of what has been fitted before. */
    Fitted fit(Scheme scheme) throws IOException, InterruptedException {
        List<Term> terms = terms(catalogue.catalogue(), scheme);
        VisitPass.Found found = backtest.readings(catalogue, question.ofDomain(scheme.domain()));
        Samples samples = Samples.of(found.visits(), scheme.domain(), terms);
        if (samples.size() == 0) {
            throw new Refusal(
                    "scheme " + scheme.domain()
                            + ": no visit was to a business of which anything was known before; begin the window later, with --from");
        }
        Warnings.requireEnough(scheme, samples);
        Parts parts = Parts.of(scheme.domain(), samples);
        double penalty = penalty(parts.early(), parts.late());
        List<String> warnings = Warnings.of(scheme, samples, penalty);

        Instant cutAt = Instant.ofEpochMilli(catalogue.catalogue().days().startOf(parts.cutDay()));
        Question later = question.ofDomain(scheme.domain()).in(cutAt, question.to());
        FittedScheme trial = new FittedScheme(scheme, parts.early(), LogisticFit.weights(parts.early(), penalty));
        CatalogueText trialText = text.copy();
        trialText.replace(scheme.domain(), trial.points(), null, null);
        Quality before = Quality.of(backtest.visits(catalogue, later));
        Quality after = Quality.of(backtest.visits(read(trialText), later));

        FittedScheme whole = new FittedScheme(scheme, samples, LogisticFit.weights(samples, penalty));
        Map<String, String> points = whole.points();
        CatalogueText fitted = text.copy();
        fitted.replace(scheme.domain(), points, null, null);
        double[] scores = backtest.visits(read(fitted), question.ofDomain(scheme.domain()))
                .scores();
        String classes = whole.classes(found.scores(), scores);
        return new Fitted(
                scheme.domain(),
                samples.size(),
                samples.positives(),
                found.undecided(),
                parts.early().size(),
                parts.late().size(),
                LocalDate.ofEpochDay(parts.cutDay()),
                penalty,
                before,
                after,
                points,
                classes,
                warnings);
    }

    private static double penalty(Samples early, Samples late) {
        double best = PENALTIES[0];
        double bestAuc = -1;
        for (double penalty : PENALTIES) {
            double[] scores = LogisticFit.scores(late, LogisticFit.weights(early, penalty));
            double auc = Ranking.of(scores, late.isBad()).auc();
            // Of fits that are as good, the one that claims less.
            if (auc > bestAuc + 1e-3) {
                bestAuc = auc;
                best = penalty;
            }
        }
        return best;
    }

    private static List<Term> terms(Catalogue catalogue, Scheme scheme) {
        List<Term> terms = new ArrayList<>();
        scheme.indicators()
                .forEach(indicator ->
                        terms.addAll(Term.of(indicator, catalogue.readings().get(indicator.reading()))));
        return terms;
    }

    private static CatalogueBundle read(CatalogueText text) {
        return Bundles.sound(CatalogueReader.read(text.files()), "the fitted catalogue, which should be reported,");
    }
}
