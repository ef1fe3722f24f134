package dev.forewarn.cli.plan;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What came of a plan, for a terminal. */
final class ResultsText {

    private static final int SHOWN = 20;

    /** Visits that it takes to tell a hit rate of 48 % from one of 12 %. */
    private static final int FEW = 25;

    private final PrintWriter out;

    ResultsText(PrintWriter out) {
        this.out = out;
    }

    void print(PlanResults results) {
        out.printf(Locale.ROOT, "  %-22s %9s %9s %9s   %s%n", "", "planned", "made", "problems", "share with problems");
        results.byClass().forEach(this::row);
        out.println();
        results.byGround().forEach(this::row);
        out.println();
        row(results.all());
        row(results.outside());
        out.println();
        uniform(results);
        missed(results.missed());
        out.flush();
    }

    private void row(PlanResults.Row row) {
        out.printf(
                Locale.ROOT,
                "  %-22s %9s %,9d %9s   %s%n",
                row.label(),
                row.label().startsWith("outside") ? "" : String.format(Locale.ROOT, "%,d", row.planned()),
                row.made(),
                String.format(Locale.ROOT, "%,d", row.problems().count()),
                row.problems().text() + untold(row));
    }

    private static String untold(PlanResults.Row row) {
        int untold = row.made() - row.problems().of();
        return untold == 0 ? "" : "; " + untold + " without a result";
    }

    private void uniform(PlanResults results) {
        Extrapolation uniform = results.uniform();
        if (Double.isNaN(uniform.share())) {
            out.println("No visit by lot tells what it found, so nothing can be said of the other businesses.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "A uniform draw from %,d of the %,d businesses of the draw would have found problems at %s of its visits (Horvitz-Thompson).%n",
                uniform.businesses(),
                uniform.outOf(),
                Share.text(uniform.share(), uniform.low(), uniform.high()));
        double planRate = results.all().problems().value();
        boolean isFew = results.all().problems().of() < FEW;
        if (!isFew && planRate > 0 && uniform.share() > 0) {
            out.printf(Locale.ROOT, "A visit of the plan found %.1f times as many.%n", planRate / uniform.share());
        }
        if (!uniform.withoutVisit().isEmpty()) {
            out.println("It says nothing about class " + String.join(", ", uniform.withoutVisit())
                    + ": no visit by lot there tells.");
        }
        if (isFew) {
            out.println(
                    "With fewer than " + FEW + " visits that tell, 48 % cannot be told from 12 %: read the intervals.");
        }
    }

    private void missed(List<PlannedVisit> missed) {
        if (missed.isEmpty()) {
            return;
        }
        out.println();
        out.printf(Locale.ROOT, "Not made: %,d%n", missed.size());
        missed.stream()
                .limit(SHOWN)
                .forEach(line -> out.println("  " + line.entityId() + "  " + line.riskClass() + "  "
                        + line.basis().word() + "  " + line.name()));
        if (missed.size() > SHOWN) {
            out.println("  ... and " + (missed.size() - SHOWN) + " more; --json has them all");
        }
    }
}
