package dev.forewarn.cli.command;

import dev.forewarn.cli.catalogue.CatalogueDiff;
import dev.forewarn.cli.catalogue.ClassChanges;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Says what changes from one catalogue to another, and for whom. */
final class DiffText {

    private final PrintWriter out;

    DiffText(PrintWriter out) {
        this.out = out;
    }

    void changes(CatalogueDiff diff, String before, String after) {
        if (diff.changes().isEmpty()) {
            out.println("no difference but in comments and in the order of files: " + before + ", " + after);
            return;
        }
        out.println("from " + before + " to " + after
                + (diff.isRemarksOnly() ? ": only names and grounds, no result changes" : ""));
        String owner = null;
        for (CatalogueDiff.Change change : diff.changes()) {
            if (!change.part().owner().equals(owner)) {
                owner = change.part().owner();
                out.println(owner.isEmpty() ? "for all domains" : "domain " + owner);
            }
            change(change);
        }
    }

    private void change(CatalogueDiff.Change change) {
        out.printf(
                Locale.ROOT,
                "  %-7s %s%s%s%n",
                change.fate().word(),
                change.part(),
                change.name().isEmpty() ? "" : " " + change.name(),
                change.readers().isEmpty() ? "" : "; read by " + String.join(", ", change.readers()));
        for (CatalogueDiff.Key key : change.keys()) {
            String label = key.key().isEmpty() ? "" : key.key() + ": ";
            if (change.fate() == CatalogueDiff.Fate.CHANGED) {
                out.println("            " + label + or(key.before()) + "  →  " + or(key.after()));
            } else if (!key.key().equals("name")) {
                out.println("            " + label + or(key.after() == null ? key.before() : key.after()));
            }
        }
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "(nothing)" : text;
    }

    void moves(ClassChanges changes, int most) {
        out.printf(
                Locale.ROOT,
                "%d businesses: %d become worse (%s), %d better (%s)%n",
                changes.entities(),
                changes.worse(),
                share(changes.worse(), changes.entities()),
                changes.better(),
                share(changes.better(), changes.entities()));
        for (Map.Entry<String, Map<String, Integer>> domain : changes.counts().entrySet()) {
            domain.getValue()
                    .forEach(
                            (move, count) -> out.printf(Locale.ROOT, "  %-18s %s  %d%n", domain.getKey(), move, count));
        }
        changes.moves().stream()
                .limit(most)
                .forEach(move -> out.printf(
                        Locale.ROOT,
                        "    %s  %s %s → %s (%d → %d points)%n",
                        move.entityId(),
                        move.domain(),
                        move.before(),
                        move.after(),
                        move.scoreBefore(),
                        move.scoreAfter()));
        if (changes.moves().size() > most) {
            out.printf(
                    Locale.ROOT,
                    "    and %d more; --list N shows more%n",
                    changes.moves().size() - most);
        }
    }

    private static String share(int part, int all) {
        return String.format(Locale.ROOT, "%.2f%%", all == 0 ? 0 : 100.0 * part / all);
    }
}
