package dev.forewarn.cli.catalogue;

import dev.forewarn.core.time.Exact;
import dev.forewarn.engine.document.Section;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Says what stands in a catalogue as people would, in Chinese or English; what it has no words for it leaves as
 * written.
 */
public final class Words {

    private final boolean isChinese;

    public Words(boolean isChinese) {
        this.isChinese = isChinese;
    }

    /** A name in both languages, or the one that it has. */
    public static String bothNames(Value name) {
        String zh = name(name, true);
        String en = name(name, false);
        return zh.equals(en) ? zh : zh + " / " + en;
    }

    /** The name in one language. */
    public static String name(Value name, boolean isChinese) {
        return name.isSection()
                ? name.section().optional(isChinese ? "zh" : "en").text("")
                : name.text("");
    }

    /** What stands under a key. */
    public String of(String key, Value value) {
        return switch (key) {
            case "points" -> points(value);
            case "name" -> bothNames(value);
            case "classes" -> classes(value);
            case "decay" -> decay(value);
            default -> CatalogueTree.text(value);
        };
    }

    /** How points are earned. */
    public String points(Value value) {
        if (!value.isSection()) {
            return CatalogueTree.text(value);
        }
        Section points = value.section();
        if (points.has("each")) {
            return each(points);
        }
        if (points.has("when-true")) {
            String earned = points.optional("when-true").text("");
            return say("大于 0 时 %s 分", "%s while above zero", earned);
        }
        if (points.has("of-value")) {
            return say(
                    "读数即分值，最多 %s 分",
                    "the reading itself, %s at most",
                    points.optional("of-value").text(""));
        }
        return points.has("bands") ? bands(points) : CatalogueTree.text(value);
    }

    private String each(Section points) {
        String each = points.optional("each").text("");
        String cap = points.optional("cap").text("");
        return points.has("first")
                ? say(
                        "第一件 %s 分，其后每件 %s 分，最多计 %s 件",
                        "%s for the first, %s for each more, %s at most",
                        points.optional("first").text(""),
                        each,
                        cap)
                : say("每件 %s 分，最多计 %s 件", "%s for each, %s at most", each, cap);
    }

    private String bands(Section points) {
        List<String> steps = new ArrayList<>();
        if (points.has("absent")) {
            steps.add(
                    say("无数据 %s 分", "%s without data", points.optional("absent").text("")));
        }
        boolean isFirst = true;
        for (Value item : points.optional("bands").list()) {
            Section band = item.section();
            String from = Exact.toText(band.optional("from").decimal(-Exact.LIMIT, Exact.LIMIT, 0));
            if (isFirst && points.has("below")) {
                steps.add(say(
                        "不足 %s 为 %s 分",
                        "under %s: %s", from, points.optional("below").text("")));
            }
            isFirst = false;
            steps.add(say(
                    "达 %s 为 %s 分", "from %s: %s", from, band.optional("points").text("")));
        }
        return String.join(isChinese ? "；" : "; ", steps);
    }

    private String decay(Value value) {
        if (!value.isSection()) {
            return CatalogueTree.text(value);
        }
        List<String> steps = new ArrayList<>();
        value.section()
                .entries()
                .forEach(entry -> steps.add(say(
                        "%s 内计 %s", "within %s: %s", entry.key(), entry.value().text(""))));
        return String.join(isChinese ? "，" : ", ", steps);
    }

    private String classes(Value value) {
        List<String> bands = new ArrayList<>();
        int from = 0;
        for (Value item : value.list()) {
            Section band = item.section();
            String label = band.optional("class").text("");
            if (band.has("below")) {
                int below = band.optional("below").whole(0, Integer.MAX_VALUE, 0);
                bands.add(label + " " + from + "–" + (below - 1));
                from = below;
            } else {
                bands.add(say("%s %d 起", "%s from %d", label, from));
            }
        }
        return String.join(", ", bands);
    }

    private String say(String zh, String en, Object... values) {
        return String.format(Locale.ROOT, isChinese ? zh : en, values);
    }
}
