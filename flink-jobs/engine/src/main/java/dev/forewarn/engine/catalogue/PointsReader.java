package dev.forewarn.engine.catalogue;

import dev.forewarn.core.indicator.Points;
import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code points:}. */
final class PointsReader {

    private static final List<String> WAYS = List.of("each", "bands", "when-true", "of-value");
    private static final int MOST_COUNTED = 1000;

    /** Largest number of points of one weight. */
    private final int most;

    PointsReader(int most) {
        this.most = most;
    }

    Points read(Value value) {
        Section section = value.section();
        List<String> given = WAYS.stream().filter(section::has).toList();
        if (section.isPresent() && given.isEmpty()) {
            section.fault(
                    "'points' are given by 'each', by 'bands', by 'when-true' or by 'of-value'; got none of them");
            WAYS.forEach(section::optional);
        }
        given.stream()
                .skip(1)
                .forEach(way -> section.refuse(
                        way, "'points' are given in one way; got '" + way + "' beside '" + given.get(0) + "'"));
        Points points = switch (given.isEmpty() ? "" : given.get(0)) {
            case "each" -> each(section);
            case "bands" -> bands(section);
            case "of-value" -> new Points.OfValue(section.optional("of-value").whole(1, Math.max(1, most), 1));
            default -> new Points.WhenTrue(weight(section.optional("when-true")));
        };
        section.refuseOthers();
        return points;
    }

    private Points each(Section section) {
        int each = weight(section.required("each"));
        Value first = section.optional("first");
        int head = first.isPresent() ? weight(first) : each;
        return new Points.Each(head, each, section.required("cap").whole(1, MOST_COUNTED, 1));
    }

    private Points bands(Section section) {
        Value list = section.required("bands");
        List<Points.Band> bands = new ArrayList<>();
        for (Value item : list.list()) {
            Section band = item.section();
            Value from = band.required("from");
            long start = from.decimal(-Exact.LIMIT, Exact.LIMIT, Exact.ABSENT);
            int points = weight(band.required("points"));
            band.refuseOthers();
            if (start == Exact.ABSENT) {
                continue;
            }
            if (!bands.isEmpty() && start <= bands.get(bands.size() - 1).from()) {
                from.fault("the lower ends of bands ascend; got " + Exact.toText(start) + " after "
                        + Exact.toText(bands.get(bands.size() - 1).from()));
            } else {
                bands.add(new Points.Band(start, points));
            }
        }
        if (list.isList() && list.list().isEmpty()) {
            list.fault("'bands' has at least one band; got an empty list");
        }
        return new Points.Bands(weight(section.optional("below")), weight(section.optional("absent")), bands);
    }

    private int weight(Value value) {
        return value.whole(0, most, 0);
    }
}
