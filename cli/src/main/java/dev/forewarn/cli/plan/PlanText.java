package dev.forewarn.cli.plan;

import dev.forewarn.cli.plan.Chance.Basis;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A plan in figures, for a terminal. */
final class PlanText {

    private static final int SHOWN = 5;

    private final PrintWriter out;

    PlanText(PrintWriter out) {
        this.out = out;
    }

    /** What is counted of one stratum. */
    private static final class Count {
        private int drawFrom;
        private long probability;
        private int drawn;
        private int floor;
        private int key;
        private int keyLater;
        private int capped;

        void add(Line line) {
            switch (line.chance().basis()) {
                case DRAW -> {
                    drawFrom++;
                    probability += line.probability();
                    drawn += line.isSelected() ? 1 : 0;
                }
                case FLOOR -> floor++;
                case KEY -> key++;
                case KEY_LATER -> keyLater++;
                case CAPPED -> capped++;
            }
        }
    }

    /** Writes the figures, and where the lists are. */
    void print(InspectionPlan plan, Path folder) {
        InspectionPlan.Setting setting = plan.setting();
        out.printf(
                Locale.ROOT,
                "Plan for %s of %s%s, seed %s: %,d visits to %,d businesses%n",
                setting.month(),
                setting.installation(),
                setting.domain() == null ? "" : ", " + setting.domain(),
                setting.seed(),
                plan.visits().size(),
                plan.lines().size());
        out.printf(
                Locale.ROOT,
                "(classes as of %s, catalogue %s; left out %,d that are not registered or not open)%n",
                setting.assessedAt() == null
                        ? "-"
                        : setting.assessedAt().atZone(setting.zone()).toLocalDateTime(),
                String.join(", ", setting.catalogues().keySet()),
                setting.leftOut());
        out.println();
        table(plan);
        marks(plan);
        teams(plan);
        out.println();
        out.println("The list is " + folder.resolve("visits.csv") + "; all businesses with their probabilities are in "
                + folder.resolve("frame.csv") + ".");
        out.println(
                "Keep the folder; announce the seed and the SHA-256 in plan.json (docs/PLAN.md). Then: forewarn plan results "
                        + folder);
        out.flush();
    }

    private void table(InspectionPlan plan) {
        Map<String, Count> counts = new TreeMap<>();
        Count all = new Count();
        for (Line line : plan.lines()) {
            counts.computeIfAbsent(line.chance().stratum(), name -> new Count()).add(line);
            all.add(line);
        }
        out.printf(
                Locale.ROOT,
                "  %-22s %10s %12s %7s %7s %7s   %s%n",
                "class",
                "draw from",
                "probability",
                "drawn",
                "floor",
                "key",
                "not this month");
        counts.forEach(this::row);
        row("all", all);
    }

    private void row(String label, Count count) {
        String probability = count.drawFrom == 0
                ? "-"
                : String.format(Locale.ROOT, "%.2f%%", 100.0 * count.probability / Chance.CERTAIN / count.drawFrom);
        String left = (count.keyLater == 0 ? "" : count.keyLater + " key, ")
                + (count.capped == 0 ? "" : count.capped + " at their cap, ");
        out.printf(
                Locale.ROOT,
                "  %-22s %,10d %12s %,7d %,7d %,7d   %s%n",
                label,
                count.drawFrom,
                probability,
                count.drawn,
                count.floor,
                count.key,
                left.isEmpty() ? "-" : left.substring(0, left.length() - 2));
    }

    private void marks(InspectionPlan plan) {
        List<Line> over = plan.visits().stream()
                .filter(line -> line.chance().basis() != Basis.DRAW
                        && line.chance().reason().contains("over the cap"))
                .toList();
        if (!over.isEmpty()) {
            out.println();
            out.println("Due by law though at their cap (mark them to the approving head):");
            shortly(over).forEach(out::println);
        }
    }

    private void teams(InspectionPlan plan) {
        out.println();
        if (plan.teams().isEmpty()) {
            out.println("Inspectors were not drawn; name them with --inspectors FILE.");
            return;
        }
        List<Line> without = plan.withoutTeam();
        out.printf(
                Locale.ROOT,
                "Teams of two for %,d of %,d visits.%n",
                plan.visits().size() - without.size(),
                plan.visits().size());
        if (!without.isEmpty()) {
            shortly(without).forEach(line -> out.println(line));
            out.println("  first reason: " + plan.team(without.get(0)).note());
        }
    }

    private static List<String> shortly(List<Line> lines) {
        List<String> texts = new ArrayList<>(lines.stream()
                .limit(SHOWN)
                .map(line -> "  " + line.business().entityId() + "  "
                        + line.chance().riskClass() + "  " + line.business().name() + "  "
                        + line.chance().reason())
                .toList());
        if (lines.size() > SHOWN) {
            texts.add("  ... and " + (lines.size() - SHOWN) + " more, all in the list");
        }
        return texts;
    }
}
