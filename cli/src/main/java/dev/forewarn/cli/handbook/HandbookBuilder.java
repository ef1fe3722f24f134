package dev.forewarn.cli.handbook;

import dev.forewarn.cli.catalogue.CatalogueDiff;
import dev.forewarn.cli.catalogue.CatalogueTree;
import dev.forewarn.cli.catalogue.ExampleRun;
import dev.forewarn.cli.catalogue.Part;
import dev.forewarn.cli.catalogue.Words;
import dev.forewarn.engine.document.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the handbook of a catalogue: Chinese first, English beside it. */
public final class HandbookBuilder {

    private static final List<String> NAMED = List.of("name", "basis");

    private final CatalogueTree tree;
    private final String version;
    private final List<ExampleRun> examples;
    private final Words zh = new Words(true);
    private final Words en = new Words(false);

    /** @param examples as the engine ran them */
    public HandbookBuilder(String version, String bundle, List<ExampleRun> examples) {
        this.version = version;
        this.tree = CatalogueTree.of(bundle);
        this.examples = List.copyOf(examples);
    }

    /**
     * The handbook.
     *
     * @param before version that the changes are told from; null: no such chapter
     * @param changes what has changed since
     */
    public Handbook build(@Nullable String before, @Nullable CatalogueDiff changes) {
        List<Handbook.Chapter> chapters = new ArrayList<>();
        tree.domains().forEach(domain -> chapters.add(scheme(domain)));
        chapters.add(rules());
        chapters.add(measures());
        Map<Part, Map<String, Value>> sources = tree.parts(Part.Kind.SOURCE, "");
        if (!sources.isEmpty()) {
            chapters.add(sources(sources));
        }
        chapters.add(new ExampleChapter(examples).chapter());
        if (before != null && changes != null) {
            chapters.add(changes(before, changes));
        }
        return new Handbook("指标体系说明 Indicator handbook", "规则集版本 catalogue version " + version, chapters);
    }

    private Handbook.Chapter scheme(String domain) {
        Map<String, Value> scheme =
                tree.parts(Part.Kind.SCHEME, domain).values().iterator().next();
        List<Handbook.Block> blocks = new ArrayList<>();
        List<List<String>> head = new ArrayList<>();
        head.add(List.of("合成方式 combination", text(scheme, "combine", "noisy-or")));
        head.add(List.of("满分 scale", text(scheme, "scale", "1000") + " 分 points"));
        scheme.forEach((key, value) -> {
            if (!List.of("scheme", "name", "combine", "scale", "classes").contains(key)) {
                head.add(List.of(key, CatalogueTree.text(value)));
            }
        });
        if (scheme.containsKey("classes")) {
            head.add(List.of("等级 classes", zh.of("classes", scheme.get("classes"))));
        }
        blocks.add(new Handbook.Table("", List.of("项目 item", "内容 content"), head));
        blocks.add(indicators(domain));
        more(blocks, "直接判定 direct rules", tree.parts(Part.Kind.DIRECT, domain));
        more(blocks, "减分项 mitigation", tree.parts(Part.Kind.MITIGATION, domain));
        more(blocks, "分组 groups", tree.parts(Part.Kind.GROUP, domain));
        return new Handbook.Chapter(domain, heading(scheme, domain), blocks);
    }

    private static String heading(Map<String, Value> scheme, String domain) {
        Value name = scheme.get("name");
        return (name == null ? "" : Words.bothNames(name) + " ") + "(" + domain + ")";
    }

    private Handbook.Table indicators(String domain) {
        List<List<String>> rows = new ArrayList<>();
        tree.parts(Part.Kind.INDICATOR, domain)
                .forEach((part, keys) -> rows.add(List.of(
                        part.id(),
                        name(keys, true),
                        name(keys, false),
                        reading(keys) + more(keys),
                        both(keys, "points"),
                        text(keys, "basis", ""),
                        shownBy(domain, part.id()))));
        return new Handbook.Table(
                "指标 indicators",
                List.of("编号 id", "名称", "name", "读数 reading", "分值 points", "依据 basis", "算例 examples"),
                rows);
    }

    private static String reading(Map<String, Value> keys) {
        StringBuilder reading = new StringBuilder(text(keys, "read", ""));
        if (keys.containsKey("window")) {
            reading.append("\n窗口 window ").append(text(keys, "window", ""));
        }
        Value decay = keys.get("decay");
        if (decay != null && decay.isSection()) {
            reading.append("\n衰减 decay ")
                    .append(decay.section().entries().stream()
                            .map(step -> step.key() + " × " + step.value().text(""))
                            .collect(Collectors.joining(", ")));
        }
        return reading.toString();
    }

    /** Keys that have no column of their own. */
    private static String more(Map<String, Value> keys) {
        return keys.entrySet().stream()
                .filter(key -> !List.of("name", "read", "window", "decay", "points", "basis")
                        .contains(key.getKey()))
                .map(key -> "\n" + key.getKey() + ": " + CatalogueTree.text(key.getValue()))
                .collect(Collectors.joining());
    }

    /** The numbers of the examples in which an indicator earns points. */
    private String shownBy(String domain, String indicator) {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            if (ExampleChapter.counts(examples.get(i), domain, indicator)) {
                numbers.add("#" + (i + 1));
            }
        }
        return String.join(", ", numbers);
    }

    private static void more(List<Handbook.Block> blocks, String caption, Map<Part, Map<String, Value>> parts) {
        if (parts.isEmpty()) {
            return;
        }
        blocks.add(new Handbook.Table(
                caption,
                List.of("编号 id", "名称", "name", "内容 content", "依据 basis"),
                parts.entrySet().stream()
                        .map(part -> List.of(
                                part.getKey().id(),
                                name(part.getValue(), true),
                                name(part.getValue(), false),
                                content(part.getValue(), NAMED),
                                text(part.getValue(), "basis", "")))
                        .toList()));
    }

    private Handbook.Chapter rules() {
        List<List<String>> rows = new ArrayList<>();
        tree.parts(Part.Kind.RULE, "")
                .forEach((part, keys) -> rows.add(List.of(
                        part.id(),
                        name(keys, true),
                        name(keys, false),
                        text(keys, "kind", ""),
                        level(keys),
                        content(keys, List.of("name", "basis", "kind", "level", "levels")),
                        text(keys, "basis", ""))));
        return new Handbook.Chapter(
                "预警规则 rules",
                "预警规则 alert rules",
                List.of(new Handbook.Table(
                        "", List.of("编号 id", "名称", "name", "类型 kind", "级别 level", "条件 condition", "依据 basis"), rows)));
    }

    private static String level(Map<String, Value> keys) {
        Value level = keys.getOrDefault("level", keys.get("levels"));
        if (level == null) {
            return "";
        }
        return level.isList()
                ? level.list().stream().map(CatalogueTree::text).collect(Collectors.joining("\n"))
                : CatalogueTree.text(level);
    }

    private Handbook.Chapter measures() {
        List<Handbook.Block> blocks = new ArrayList<>();
        blocks.add(new Handbook.Paragraph("指标读取的事实。 The facts that indicators read: their types and conditions."));
        blocks.add(contents("", tree.parts(Part.Kind.MEASURE, "")));
        Map<Part, Map<String, Value>> readings = tree.parts(Part.Kind.READING, "");
        if (!readings.isEmpty()) {
            blocks.add(contents("共用读数 shared readings", readings));
        }
        return new Handbook.Chapter("事实选取 measures", "事实选取 measures", blocks);
    }

    private static Handbook.Chapter sources(Map<Part, Map<String, Value>> sources) {
        List<Handbook.Block> blocks = new ArrayList<>();
        blocks.add(new Handbook.Paragraph("报送事实的系统；静默时数据科收到预警。 The systems that send facts; the data section"
                + " has an alert when one is silent."));
        more(blocks, "", sources);
        return new Handbook.Chapter("数据源 sources", "数据源 sources", blocks);
    }

    private static Handbook.Table contents(String caption, Map<Part, Map<String, Value>> parts) {
        return new Handbook.Table(
                caption,
                List.of("名称 name", "内容 content"),
                parts.entrySet().stream()
                        .map(part -> List.of(part.getKey().id(), content(part.getValue(), List.of())))
                        .toList());
    }

    private static Handbook.Chapter changes(String before, CatalogueDiff diff) {
        List<List<String>> rows = new ArrayList<>();
        for (CatalogueDiff.Change change : diff.changes()) {
            rows.add(List.of(
                    change.part().owner(),
                    change.part().toString(),
                    change.name(),
                    fate(change.fate()),
                    change.keys().stream()
                            .filter(key -> change.fate() == CatalogueDiff.Fate.CHANGED
                                    || !key.key().equals("name"))
                            .map(HandbookBuilder::line)
                            .collect(Collectors.joining("\n"))));
        }
        return new Handbook.Chapter(
                "变更 changes",
                "变更 changes since " + before,
                List.of(new Handbook.Table(
                        "", List.of("领域 domain", "对象 part", "名称 name", "变更 change", "内容 content"), rows)));
    }

    private static String fate(CatalogueDiff.Fate fate) {
        return switch (fate) {
            case ADDED -> "新增 new";
            case REMOVED -> "删除 gone";
            case CHANGED -> "修改 changed";
        };
    }

    private static String line(CatalogueDiff.Key key) {
        String label = key.key().isEmpty() ? "" : key.key() + ": ";
        String before = key.before();
        String after = key.after();
        if (before == null || after == null) {
            return label + (before == null ? after : before);
        }
        return label + before + " → " + after;
    }

    private String both(Map<String, Value> keys, String key) {
        Value value = keys.get(key);
        return value == null ? "" : zh.of(key, value) + "\n" + en.of(key, value);
    }

    private static String content(Map<String, Value> keys, List<String> without) {
        TreeSet<String> left = new TreeSet<>(without);
        return keys.entrySet().stream()
                .filter(key -> !left.contains(key.getKey()))
                .map(key -> (key.getKey().isEmpty() ? "" : key.getKey() + ": ") + CatalogueTree.text(key.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String name(Map<String, Value> keys, boolean isChinese) {
        Value name = keys.get("name");
        return name == null ? "" : Words.name(name, isChinese);
    }

    private static String text(Map<String, Value> keys, String key, String fallback) {
        Value value = keys.get(key);
        return value == null ? fallback : CatalogueTree.text(value);
    }
}
