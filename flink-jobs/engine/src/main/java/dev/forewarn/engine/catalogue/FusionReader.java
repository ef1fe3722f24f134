package dev.forewarn.engine.catalogue;

import dev.forewarn.core.fusion.Fusion;
import dev.forewarn.core.fusion.FusionMode;
import dev.forewarn.core.score.ClassBands;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code fusion:}: the name of a mode, or a mapping with its tables. */
final class FusionReader {

    private static final int PER_CENT = 100;
    private static final int MOST_CLASSES = 32;

    private FusionReader() {}

    /**
     * @param own classes of the scheme
     * @param general classes of the general scheme, null if there is none
     */
    static Fusion read(Value value, ClassBands own, @Nullable ClassBands general) {
        if (!value.isSection()) {
            Fusion fusion = Fusion.of(value.oneOf(modes(), FusionMode.WORST));
            check(value, fusion, own, general);
            return fusion;
        }
        Section section = value.section();
        Fusion standard = Fusion.of(section.required("mode").oneOf(modes(), FusionMode.WORST));
        Value bands = section.optional("bands");
        Value shifts = section.optional("shifts");
        Value matrix = section.optional("matrix");
        Fusion fusion = new Fusion(
                standard.mode(),
                section.optional("alpha").decimal(0, Exact.ONE, standard.alpha()),
                section.optional("beta").decimal(0, Exact.ONE, standard.beta()),
                bands.isPresent() ? cuts(bands) : standard.cuts(),
                shifts.isPresent() ? shifts(shifts) : standard.shifts(),
                matrix.isPresent() ? matrix(matrix, own) : standard.matrix());
        section.refuseOthers();
        check(value, fusion, own, general);
        return fusion;
    }

    private static void check(Value value, Fusion fusion, ClassBands own, @Nullable ClassBands general) {
        int generalClasses =
                general == null ? own.labels().size() : general.labels().size();
        if (!fusion.fits(fusion.mode(), own.labels().size(), generalClasses)) {
            value.fault("the tables of mode '" + fusion.mode().wireName() + "' fit other numbers of classes; here are "
                    + own.labels().size() + " of its own and " + generalClasses + " general ones");
        }
    }

    private static List<Integer> cuts(Value value) {
        List<Integer> cuts = new ArrayList<>();
        for (Value item : value.list()) {
            int cut = item.whole(0, PER_CENT, 0);
            if (!cuts.isEmpty() && cut <= cuts.get(cuts.size() - 1)) {
                item.fault("'bands' ascend; got " + cut + " after " + cuts.get(cuts.size() - 1));
            } else {
                cuts.add(cut);
            }
        }
        return cuts;
    }

    private static List<Integer> shifts(Value value) {
        List<Integer> shifts = new ArrayList<>();
        value.list().forEach(item -> shifts.add(item.whole(-MOST_CLASSES, MOST_CLASSES, 0)));
        if (shifts.isEmpty()) {
            value.fault("'shifts' has one number for each general class; got none");
            return List.of(0);
        }
        if (!Fusion.ascends(shifts)) {
            value.fault("'shifts' never go down, since a worse general class must not make the result better; got "
                    + shifts);
            return List.of(0);
        }
        return shifts;
    }

    private static List<List<Integer>> matrix(Value value, ClassBands own) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        own.labels().forEach(label -> ranks.put(label, ranks.size()));
        List<List<Integer>> rows = new ArrayList<>();
        for (Value row : value.list()) {
            rows.add(row.list().stream()
                    .map(cell -> cell.oneOf(ranks, Fusion.NONE))
                    .toList());
        }
        boolean isKnown = rows.stream().noneMatch(row -> row.contains(Fusion.NONE));
        if (isKnown && Fusion.isAscending(rows)) {
            return rows;
        }
        if (isKnown) {
            value.fault(
                    "'matrix' never gets better along a row or down a column, since a worse class must not make the "
                            + "result better");
        }
        // Of the same size, so that no further fault follows from this one.
        return rows.stream().map(row -> row.stream().map(cell -> 0).toList()).toList();
    }

    private static Map<String, FusionMode> modes() {
        Map<String, FusionMode> modes = new LinkedHashMap<>();
        for (FusionMode mode : FusionMode.values()) {
            modes.put(mode.wireName(), mode);
        }
        return modes;
    }
}
