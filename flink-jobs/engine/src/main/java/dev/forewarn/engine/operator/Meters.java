package dev.forewarn.engine.operator;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** The metrics of one subtask, made when they are first needed. */
public final class Meters {

    private static final int HISTORY = 2048;

    private final MetricGroup group;
    private final Map<String, Counter> labelled = new HashMap<>();
    private final Map<EngineMetrics, Counter> counters = new EnumMap<>(EngineMetrics.class);
    private final Map<EngineMetrics, Histogram> histograms = new EnumMap<>(EngineMetrics.class);

    public Meters(MetricGroup group) {
        this.group = group;
    }

    void count(EngineMetrics metric) {
        count(metric, 1);
    }

    void count(EngineMetrics metric, long number) {
        counters.computeIfAbsent(metric, added -> group.counter(added.metricName()))
                .inc(number);
    }

    /** Counts an input that was refused, under the wire name of the reason. */
    public void reject(String reason) {
        labelled.computeIfAbsent(
                        "reject " + reason,
                        added -> group.addGroup(EngineMetrics.REASON, reason)
                                .counter(EngineMetrics.REJECTS.metricName()))
                .inc();
    }

    void alert(String level, String domain) {
        labelled.computeIfAbsent(
                        "alert " + level + " " + domain,
                        added -> group.addGroup(EngineMetrics.LEVEL, level.toLowerCase(Locale.ROOT))
                                .addGroup(EngineMetrics.DOMAIN, domain)
                                .counter(EngineMetrics.ALERTS.metricName()))
                .inc();
    }

    void measure(EngineMetrics metric, long value) {
        histograms
                .computeIfAbsent(
                        metric,
                        added -> group.histogram(added.metricName(), new DescriptiveStatisticsHistogram(HISTORY)))
                .update(value);
    }
}
