package dev.forewarn.engine.document;

import dev.forewarn.core.time.Exact;
import dev.forewarn.core.time.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a key, not yet typed. Each reading takes a fallback, which is returned where nothing stands there
 * (silently) and where what stands there is not of the type (a fault); so reading goes on, and all faults are found.
 */
public final class Value {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,15}(?:\\.(\\d{1,15}))?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})(d|h|min|s)");

    private final String name;
    private final String spoken;
    private final @Nullable Node node;
    private final Place place;
    private final Faults faults;

    /**
     * @param name its key, or that of the list that it stands in
     * @param node null if nothing stands there
     */
    Value(String name, @Nullable Node node, Place place, Faults faults) {
        this(name, "'" + name + "'", node, place, faults);
    }

    /** @param spoken how faults speak of it */
    Value(String name, String spoken, @Nullable Node node, Place place, Faults faults) {
        this.name = name;
        this.spoken = spoken;
        this.node = node;
        this.place = place;
        this.faults = faults;
    }

    public String name() {
        return name;
    }

    /** Whether anything stands there. */
    public boolean isPresent() {
        return node != null;
    }

    /** The same key with nothing under it. */
    public Value absent() {
        return new Value(name, null, place, faults);
    }

    /** Whether it is a single text or number. */
    public boolean isText() {
        return node instanceof Node.Scalar;
    }

    public boolean isList() {
        return node instanceof Node.Sequence;
    }

    public boolean isSection() {
        return node instanceof Node.Mapping;
    }

    public Place place() {
        return place;
    }

    /** Where a character of a text stands. */
    public Place placeOf(int offset) {
        return node instanceof Node.Scalar scalar ? scalar.placeOf(offset) : place;
    }

    /** Says that the value breaks a rule. */
    public void fault(String reason) {
        faults.add(place, reason);
    }

    /** Says that a character of a text breaks a rule. */
    public void fault(int offset, String reason) {
        faults.add(placeOf(offset), reason);
    }

    public String text(String fallback) {
        String text = scalar("a text");
        return text == null ? fallback : text;
    }

    /** A text of a form. */
    public String text(Pattern form, String rule, String fallback) {
        String text = scalar("a text");
        if (text != null && !form.matcher(text).matches()) {
            fault(spoken + " must be " + rule + "; got '" + shortened(text) + "'");
            return fallback;
        }
        return text == null ? fallback : text;
    }

    /** A whole number in [least, most]. */
    public int whole(int least, int most, int fallback) {
        String text = scalar("a whole number");
        if (text == null) {
            return fallback;
        }
        Long number = text.matches("[-+]?\\d{1,15}") ? Long.parseLong(text) : null;
        if (number == null || number < least || number > most) {
            fault(spoken + " must be a whole number in [" + least + ", " + most + "]; got '" + shortened(text) + "'");
            return fallback;
        }
        return Math.toIntExact(number);
    }

    /** A number with at most four places in [least, most], all scaled by 10⁻⁴. */
    public long decimal(long least, long most, long fallback) {
        String text = scalar("a number");
        return text == null ? fallback : decimalOf(text, least, most, fallback);
    }

    private long decimalOf(String text, long least, long most, long fallback) {
        Matcher matcher = DECIMAL.matcher(text);
        boolean isNumber = matcher.matches()
                && (matcher.group(1) == null || matcher.group(1).length() <= 4);
        long number = isNumber ? Exact.of(new BigDecimal(text)) : fallback;
        if (!isNumber || number < least || number > most) {
            fault(spoken + " must be a number with at most four places in [" + Exact.toText(least) + ", "
                    + Exact.toText(most) + "]; got '" + shortened(text) + "'");
            return fallback;
        }
        return number;
    }

    public boolean bool(boolean fallback) {
        return oneOf(new TreeMap<>(Map.of("true", true, "false", false)), fallback);
    }

    /** One of some words. */
    public <T> T oneOf(Map<String, T> choices, T fallback) {
        String text = scalar("one of " + String.join(", ", choices.keySet()));
        if (text == null) {
            return fallback;
        }
        T chosen = choices.get(text);
        if (chosen == null) {
            String nearest = Nearest.of(text, choices.keySet());
            fault(spoken + " must be one of " + String.join(", ", choices.keySet()) + "; got '" + shortened(text) + "'"
                    + (nearest == null ? "" : "; did you mean '" + nearest + "'?"));
            return fallback;
        }
        return chosen;
    }

    /** One of an enum's constants, written in lower case with hyphens. */
    public <E extends Enum<E>> E oneOf(Class<E> type, E fallback) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return oneOf(choices, fallback);
    }

    /** A window of calendar time: {@code 90d}, {@code 6m}, {@code 3y}, {@code 1y6m} or {@code ever}. */
    public Window window(Window fallback) {
        String text = scalar("a window");
        try {
            return text == null ? fallback : Window.parse(text);
        } catch (IllegalArgumentException e) {
            fault(spoken + ": " + e.getMessage());
            return fallback;
        }
    }

    /** A length of time in ms: {@code 3d}, {@code 12h}, {@code 90min} or {@code 30s}; a day has 24 hours. */
    public long durationMs(long fallback) {
        String text = scalar("a duration");
        if (text == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            fault(spoken + " must be a duration like 3d, 12h, 90min or 30s; got '" + shortened(text) + "'");
            return fallback;
        }
        long unitMs = switch (matcher.group(2)) {
            case "d" -> 86_400_000L;
            case "h" -> 3_600_000L;
            case "min" -> 60_000L;
            default -> 1000L;
        };
        return Long.parseLong(matcher.group(1)) * unitMs;
    }

    /** The items of a list; empty where nothing stands there. */
    public List<Value> list() {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> new Value(name, "each item of '" + name + "'", item, item.place(), faults))
                    .toList();
        }
        expected("a list");
        return List.of();
    }

    /** Some texts; a single one need not stand in a list. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Value item : items()) {
            String text = item.scalar("a text");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The items of a list, or the single text itself. */
    public List<Value> items() {
        return isText() ? List.of(this) : list();
    }

    /** A mapping. */
    public Section section() {
        if (node instanceof Node.Mapping mapping) {
            return new Section(mapping, faults);
        }
        expected("a mapping");
        return new Section(null, faults);
    }

    private @Nullable String scalar(String wanted) {
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        expected(wanted);
        return null;
    }

    private void expected(String wanted) {
        if (node != null) {
            fault(spoken + " must be " + wanted + "; got " + kind(node));
        }
    }

    private static String kind(Node node) {
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNull() ? "nothing" : "'" + shortened(scalar.text()) + "'";
        }
        return node instanceof Node.Sequence ? "a list" : "a mapping";
    }

    /** A text that fits into a message. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
