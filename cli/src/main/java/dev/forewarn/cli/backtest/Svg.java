package dev.forewarn.cli.backtest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Charts as SVG that stands in a page: no script, nothing to load, sharp on paper. */
final class Svg {

    static final String BLUE = "#2f5d8a";
    static final String GREY = "#8a98a6";
    static final String GREEN = "#4c8c5a";
    static final String LIGHT = "#9dbbd8";

    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 52;
    private static final int RIGHT = 24;
    private static final int TOP = 14;
    private static final int BOTTOM = 42;
    private static final int TICKS = 5;

    private final StringBuilder svg = new StringBuilder();
    private final double top;
    private final boolean isShare;

    /**
     * A line.
     *
     * @param values at equal distances from the left edge to the right one
     * @param dash SVG's pattern of dashes, null for none
     */
    @SuppressWarnings("ArrayRecordComponent") // Passed on and never compared.
    record Line(
            String name,
            String colour,
            double[] values,
            @Nullable String dash) {}

    private Svg(String title, double top, boolean isShare) {
        this.top = top > 0 ? top : 1;
        this.isShare = isShare;
        svg.append(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n", WIDTH, HEIGHT, title));
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = this.top * tick / TICKS;
            line(LEFT, y(value), WIDTH - RIGHT, y(value), tick == 0 ? GREY : "#e3e9ef", null);
            text(LEFT - 6, y(value) + 4, "end", label(value));
        }
    }

    /** Lines of shares over the share of something, both from 0 to 1. */
    static String curves(String title, String below, List<Line> lines) {
        Svg chart = new Svg(title, 1, true);
        for (int tick = 0; tick <= TICKS; tick++) {
            double part = (double) tick / TICKS;
            chart.text(LEFT + part * plotWidth(), HEIGHT - BOTTOM + 16, "middle", chart.label(part));
        }
        double half = LEFT + plotWidth() / 2;
        chart.line(half, TOP, half, HEIGHT - BOTTOM, GREY, "2 4");
        chart.text(LEFT + plotWidth() / 2, HEIGHT - 6, "middle", below);
        for (Line line : lines) {
            chart.curve(line);
        }
        return chart.end();
    }

    /**
     * Bars.
     *
     * @param level drawn across, not a number for none
     */
    static String bars(String title, String below, List<String> names, double[] values, double level, boolean isShare) {
        double highest = Double.isNaN(level) ? 0 : level;
        for (double value : values) {
            highest = Math.max(highest, Double.isFinite(value) ? value : 0);
        }
        Svg chart = new Svg(title, nice(highest, isShare), isShare);
        double slot = plotWidth() / Math.max(1, values.length);
        for (int i = 0; i < values.length; i++) {
            double value = Double.isFinite(values[i]) ? values[i] : 0;
            chart.bar(LEFT + slot * (i + 0.12), slot * 0.76, 0, value, BLUE);
            chart.text(LEFT + slot * (i + 0.5), chart.y(value) - 4, "middle", chart.label(value));
            chart.text(LEFT + slot * (i + 0.5), HEIGHT - BOTTOM + 16, "middle", names.get(i));
        }
        if (!Double.isNaN(level)) {
            chart.line(LEFT, chart.y(level), WIDTH - RIGHT, chart.y(level), "#b0413e", "5 4");
        }
        chart.text(LEFT + plotWidth() / 2, HEIGHT - 6, "middle", below);
        return chart.end();
    }

    /** Bars of several parts on each other. */
    static String stacks(String title, String below, List<String> names, List<int[]> parts, List<String> colours) {
        double highest = 0;
        for (int[] part : parts) {
            int sum = 0;
            for (int value : part) {
                sum += value;
            }
            highest = Math.max(highest, sum);
        }
        Svg chart = new Svg(title, nice(highest, false), false);
        double slot = plotWidth() / Math.max(1, parts.size());
        int every = 1 + parts.size() / 9;
        for (int i = 0; i < parts.size(); i++) {
            double from = 0;
            for (int p = 0; p < parts.get(i).length; p++) {
                chart.bar(LEFT + slot * (i + 0.12), slot * 0.76, from, from + parts.get(i)[p], colours.get(p));
                from += parts.get(i)[p];
            }
            if (i % every == 0) {
                chart.text(LEFT + slot * (i + 0.5), HEIGHT - BOTTOM + 16, "middle", names.get(i));
            }
        }
        chart.text(LEFT + plotWidth() / 2, HEIGHT - 6, "middle", below);
        return chart.end();
    }

    private void curve(Line line) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.values().length; i++) {
            double value = Double.isFinite(line.values()[i]) ? line.values()[i] : 0;
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", LEFT + plotWidth() * i / (line.values().length - 1), y(value)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.2\"%s><title>%s</title></polyline>%n",
                points.toString().strip(),
                line.colour(),
                dashes(line.dash()),
                line.name()));
    }

    private void bar(double x, double width, double from, double to, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                x,
                y(to),
                width,
                y(from) - y(to),
                colour));
    }

    private void line(double x1, double y1, double x2, double y2, String colour, @Nullable String dash) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>%n",
                x1,
                y1,
                x2,
                y2,
                colour,
                dashes(dash)));
    }

    private void text(double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text));
    }

    private static String dashes(@Nullable String dash) {
        return dash == null ? "" : " stroke-dasharray=\"" + dash + "\"";
    }

    private String label(double value) {
        if (isShare) {
            return Math.round(value * 1000) % 10 == 0 || value >= 0.2
                    ? Math.round(value * 100) + "%"
                    : String.format(Locale.ROOT, "%.1f%%", value * 100);
        }
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - BOTTOM - TOP);
    }

    private static double plotWidth() {
        return WIDTH - LEFT - RIGHT;
    }

    /** The next round number above, so that the ticks are round too. */
    private static double nice(double highest, boolean isShare) {
        double wanted = Math.max(highest * 1.08, isShare ? 0.01 : 1);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10}) {
            double bound = step * power;
            boolean isWhole = isShare || bound / TICKS == Math.rint(bound / TICKS) || bound < TICKS;
            if (bound >= wanted && isWhole) {
                return !isShare && bound < TICKS ? TICKS : bound;
            }
        }
        return 10 * power;
    }

    private String end() {
        return svg.append("</svg>").toString();
    }
}
