package dev.forewarn.cli.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a plan, for machines; null where there is no figure. */
final class ResultsJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResultsJson() {}

    static String of(PlanFolder.Kept kept, PlanResults results) throws JsonProcessingException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("installation", kept.installation());
        members.put("month", kept.month().toString());
        members.put("seed", kept.seed());
        members.put("all", row(results.all()));
        members.put("by_class", results.byClass().stream().map(ResultsJson::row).toList());
        members.put(
                "by_ground", results.byGround().stream().map(ResultsJson::row).toList());
        members.put("outside", row(results.outside()));
        Extrapolation uniform = results.uniform();
        Map<String, @Nullable Object> draw = new LinkedHashMap<>();
        draw.put("businesses", uniform.businesses());
        draw.put("out_of", uniform.outOf());
        draw.put("share", number(uniform.share()));
        draw.put("low", number(uniform.low()));
        draw.put("high", number(uniform.high()));
        draw.put("classes_without_visit", uniform.withoutVisit());
        members.put("uniform_draw", draw);
        members.put(
                "not_made",
                results.missed().stream().map(PlannedVisit::entityId).toList());
        return JSON.writeValueAsString(members);
    }

    private static Map<String, @Nullable Object> row(PlanResults.Row row) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("label", row.label());
        members.put("planned", row.planned());
        members.put("made", row.made());
        members.put("told", row.problems().of());
        members.put("problems", row.problems().count());
        members.put("share", number(row.problems().value()));
        members.put("low", number(row.problems().low()));
        members.put("high", number(row.problems().high()));
        return members;
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
    }
}
