package dev.forewarn.cli.count;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A census written out for machines, as one JSON object. */
public final class CensusJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CensusJson() {}

    /** Writes all of it. */
    public static String of(Census census) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("behind", census.behind().isEmpty() ? null : census.behind().getAsLong());
        members.put("log", log(census.log()));
        members.put("rejects", census.outputs().rejects());
        members.put("assessments", assessments(census.outputs()));
        members.put("monthlyClasses", monthlyClasses(census.outputs()));
        members.put("alerts", alerts(census.alerts()));
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written as JSON", e);
        }
    }

    private static Map<String, Object> log(LogCount log) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("messages", log.messages());
        members.put("events", log.events());
        members.put("eventsByType", log.eventsByType());
        members.put("facts", log.facts());
        members.put("furtherVersions", log.furtherVersions());
        members.put("duplicates", log.duplicates());
        members.put("entities", log.entities());
        return members;
    }

    private static Map<String, Object> assessments(OutputCount outputs) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("messages", outputs.assessments());
        members.put("entities", outputs.assessedEntities());
        members.put("entitiesByClass", outputs.entitiesByClass());
        return members;
    }

    private static Map<String, @Nullable Object> monthlyClasses(OutputCount outputs) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("entityMonths", outputs.monthlyClasses());
        members.put("byClass", outputs.monthlyByClass());
        members.put(
                "first",
                outputs.firstMonth() == null ? null : outputs.firstMonth().toString());
        members.put(
                "last", outputs.lastMonth() == null ? null : outputs.lastMonth().toString());
        return members;
    }

    private static Map<String, Object> alerts(AlertCount alerts) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("alerts", alerts.alerts());
        members.put("entities", alerts.entities());
        members.put("transitions", alerts.transitions());
        members.put("repeatedMessages", alerts.repeated());
        List<Object> lines = new ArrayList<>();
        for (AlertCount.Line line : alerts.lines()) {
            Map<String, Object> byLevel = new LinkedHashMap<>();
            byLevel.put("rule", line.rule());
            byLevel.put("name", line.ruleName());
            byLevel.put("level", line.level().name());
            byLevel.put("alerts", line.alerts());
            byLevel.put("open", line.open());
            byLevel.put("medianLeadDays", line.medianLeadDays());
            byLevel.put("transitions", line.transitions());
            lines.add(byLevel);
        }
        members.put("byRuleAndHighestLevel", lines);
        return members;
    }
}
