package dev.forewarn.engine.config;

import dev.forewarn.engine.operator.EngineMetrics;
import dev.forewarn.engine.wire.RejectReason;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.description.Formatter;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** The pages of the manual that are made from the code. */
final class Manual {

    private static final String MADE = """
            Made from the code; do not edit. To write it anew, in the root of the repository:

            ```
            FOREWARN_WRITE_DOCS=1 mvn -q -Dfast -DskipTests=false -pl flink-jobs/engine -am test -Dtest=ManualTest
            ```

            """;

    private Manual() {}

    static String settings(List<ConfigOption<?>> options) {
        StringBuilder page = new StringBuilder("# Settings of the job\n\n" + MADE);
        page.append(
                        "Given in Flink's `config.yaml`, with `-D`, or to the job itself (`--settings FILE`, `--KEY VALUE`); `config/engine.yaml` has them all. ")
                .append(
                        "A setting that breaks its rule is refused when the job is submitted, together with all others ")
                .append("that do. What concerns rules, points and calendars is in the catalogue.\n\n")
                .append("| key | default | effect |\n|---|---|---|\n");
        for (ConfigOption<?> option : options) {
            page.append("| `%s` | %s | %s |%n"
                    .formatted(
                            option.key(), fallback(option), description(option).replace("|", "\\|")));
        }
        return page.toString();
    }

    static String rejects() {
        StringBuilder page = new StringBuilder("# Reasons of rejects\n\n" + MADE);
        page.append(
                        "A closed list: the value of `reason` in the messages of `rejects.v1`, and the label of the metric `")
                .append(EngineMetrics.REJECTS.metricName())
                .append(
                        "`. No reason stops the job, and nothing is dropped without one.\n\n| reason | when |\n|---|---|\n");
        for (RejectReason reason : RejectReason.values()) {
            page.append("| `%s` | %s |%n".formatted(reason.wireName(), reason.description()));
        }
        return page.toString();
    }

    static String metrics() {
        StringBuilder page = new StringBuilder("# Metrics of the job\n\n" + MADE);
        page.append("In the group `")
                .append(EngineMetrics.GROUP)
                .append(
                        "` of the operators. They count work done, so a restart from a checkpoint counts again what it ")
                .append("does again.\n\n| metric | what |\n|---|---|\n");
        for (EngineMetrics metric : EngineMetrics.values()) {
            page.append("| `%s` | %s |%n".formatted(metric.metricName(), metric.description()));
        }
        return page.toString();
    }

    static String description(ConfigOption<?> option) {
        Formatter plain = new HtmlFormatter();
        return plain.format(option.description());
    }

    private static String fallback(ConfigOption<?> option) {
        return option.hasDefaultValue() ? "`" + text(option.defaultValue()) + "`" : "none";
    }

    private static String text(Object value) {
        if (value instanceof Duration duration) {
            return TimeUtils.formatWithHighestUnit(duration);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof Map<?, ?> map && map.isEmpty() ? "{}" : String.valueOf(value);
    }
}
