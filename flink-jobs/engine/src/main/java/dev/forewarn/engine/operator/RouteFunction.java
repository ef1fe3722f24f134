package dev.forewarn.engine.operator;

import dev.forewarn.engine.config.Topics;
import dev.forewarn.engine.wire.Addressed;
import dev.forewarn.engine.wire.Outbound;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Finds the topics of each message.
 *
 * <ul>
 *   <li>Key: none.
 *   <li>State: none.
 *   <li>Timers: none.
 *   <li>Order: as it comes, so that the messages of an entity stay in order within each topic.
 *   <li>Emits: one record per message and topic: an alert to all, to the teams that have a topic and, if it has been
 *       orange or red, to the case-handling systems.
 * </ul>
 */
public final class RouteFunction extends RichFlatMapFunction<Outbound, Addressed> {

    private static final long serialVersionUID = 1L;

    // Configuration.
    private final Topics topics;
    private final List<String> domainTopics;

    // Runtime.
    private transient @Nullable Meters meters;

    /** @param domainTopics domains that have an alert topic of their own */
    public RouteFunction(Topics topics, List<String> domainTopics) {
        this.topics = topics;
        this.domainTopics = List.copyOf(domainTopics);
    }

    @Override
    public void open(OpenContext context) {
        meters = new Meters(getRuntimeContext().getMetricGroup().addGroup(EngineMetrics.GROUP));
    }

    @Override
    public void flatMap(Outbound message, Collector<Addressed> out) {
        switch (message.channel()) {
            case ASSESSMENTS -> out.collect(to(topics.assessments(), message));
            case CLASSES -> out.collect(to(topics.classes(), message));
            case AUDIT -> out.collect(to(topics.audit(), message));
            case VERDICTS, SOURCES -> out.collect(to(topics.catalogue(), message));
            case LOG -> out.collect(to(topics.events(), message));
            case REJECTS -> out.collect(to(topics.rejects(), message));
            case ALERTS -> alert(message, out);
            case SHADOW_ALERTS -> out.collect(to(topics.shadowAlerts(), message));
        }
    }

    private void alert(Outbound message, Collector<Addressed> out) {
        out.collect(to(topics.alerts(), message));
        for (String domain : message.domains()) {
            if (domainTopics.contains(domain)) {
                out.collect(to(topics.alertsOf(domain), message));
            } else {
                Objects.requireNonNull(meters, "open is called first").count(EngineMetrics.ALERTS_WITHOUT_TOPIC);
            }
        }
        if (message.isCase()) {
            out.collect(to(topics.cases(), message));
        }
    }

    private static Addressed to(String topic, Outbound message) {
        return new Addressed(topic, null, message.key(), message.value());
    }
}
