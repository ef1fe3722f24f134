package dev.forewarn.core.oracle;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.event.OfficialClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds our classes of a month beside those of the official platform, and says why they differ. */
final class PlainReconciler {

    private final PlainDay lastDay;
    private final OfficialClass official;

    /** @param lastDay of the month, on the facts that are known by now */
    PlainReconciler(PlainDay lastDay, OfficialClass official) {
        this.lastDay = lastDay;
        this.official = official;
    }

    List<PlainMonth.Compared> compare(List<PlainMonth.Line> classified) {
        List<PlainMonth.Compared> compared = new ArrayList<>();
        for (PlainMonth.Line line : classified) {
            @Nullable String theirs = official.labels().get(line.scheme().domain());
            if (theirs != null) {
                compared.add(compare(line, theirs));
            }
        }
        return compared;
    }

    private PlainMonth.Compared compare(PlainMonth.Line line, String theirs) {
        String domain = line.scheme().domain();
        if (line.fusedLabel().equals(theirs)) {
            return new PlainMonth.Compared(domain, theirs, 0, "");
        }
        List<String> labels =
                scheme(domain).map(scheme -> scheme.bands().labels()).orElse(List.of());
        if (!labels.contains(theirs) || !labels.contains(line.fusedLabel())) {
            return new PlainMonth.Compared(domain, theirs, null, "unknown-class");
        }
        int difference = labels.indexOf(line.fusedLabel()) - labels.indexOf(theirs);
        return new PlainMonth.Compared(domain, theirs, difference, reason(line, theirs));
    }

    private Optional<Scheme> scheme(String domain) {
        Catalogue catalogue = lastDay.catalogue();
        return catalogue.schemes().stream()
                .filter(scheme -> scheme.domain().equals(domain))
                .findFirst();
    }

    private String reason(PlainMonth.Line line, String theirs) {
        if (labelByNow(line.scheme().domain()).equals(Optional.of(theirs))) {
            return "late-facts";
        }
        List<String> labels = line.scheme().bands().labels();
        int rank = labels.indexOf(theirs);
        if (line.standing().rankByScore() == rank && line.standing().rank() != rank) {
            return "direct-rule";
        }
        return line.standing().byMode().containsValue(rank) ? "fusion-mode" : "unexplained";
    }

    private Optional<String> labelByNow(String domain) {
        return lastDay.schemes().stream()
                .filter(scheme -> scheme.domain().equals(domain))
                .findFirst()
                .map(scheme -> scheme.bands().label(lastDay.standing(scheme).fusedRank()));
    }
}
