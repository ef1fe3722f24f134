package dev.forewarn.cli.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what a replay did.
 *
 * @param rejects where rejected rows lie, null if there are none
 * @param topic where events went, null if they were only counted
 * @param published what was written, null if events were only counted or there were none
 */
record ReplayReport(
        Prepared prepared,
        @Nullable Path rejects,
        @Nullable String topic,
        Publisher.@Nullable Published published,
        Duration took) {

    private static final int REFUSALS_SHOWN = 20;

    void print(PrintWriter out) {
        for (Tally tally : prepared.tallies()) {
            out.printf(Locale.ROOT, "%s (mapping %s)%n", tally.file(), tally.mapping());
            line(out, "rows", tally.rows());
            line(out, "events", tally.events());
            tally.eventsByType().forEach((type, count) -> line(out, "  " + type, count));
            if (tally.outside() > 0) {
                line(out, "events outside the period", tally.outside());
            }
            if (tally.skipped() > 0) {
                line(out, "rows skipped", tally.skipped());
                tally.skippedByReason().forEach((reason, count) -> line(out, "  " + reason, count));
            }
            line(out, "rows rejected", tally.rejected());
            printRefusals(out, tally);
        }
        if (rejects != null) {
            out.println("Rejected rows, each with its reasons, are in " + rejects);
        }
        if (prepared.count() > 0) {
            out.println("Events became known between " + prepared.first() + " and " + prepared.last());
        }
        double seconds = took.toMillis() / 1000.0;
        if (published != null) {
            out.printf(
                    Locale.ROOT,
                    "Published %,d events and %,d ticks, the last at %s, to %s in %.1f s%n",
                    published.events(),
                    published.ticks(),
                    published.end(),
                    topic,
                    seconds);
        } else {
            out.printf(Locale.ROOT, "Nothing was published (%.1f s)%n", seconds);
        }
    }

    private static void printRefusals(PrintWriter out, Tally tally) {
        List<Tally.Refusals> refusals = tally.refusals();
        for (Tally.Refusals refusal : refusals.subList(0, Math.min(REFUSALS_SHOWN, refusals.size()))) {
            line(
                    out,
                    "  " + refusal.field() + (refusal.at().isEmpty() ? "" : " (" + refusal.at() + ")") + ", such as: "
                            + refusal.example(),
                    refusal.rows());
        }
        if (refusals.size() > REFUSALS_SHOWN) {
            out.println("             and " + (refusals.size() - REFUSALS_SHOWN) + " more reasons");
        }
    }

    private static void line(PrintWriter out, String what, long count) {
        out.printf(Locale.ROOT, "%,12d %s%n", count, what);
    }

    /** The same for machines, as one JSON object. */
    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        List<Object> files = new ArrayList<>();
        prepared.tallies().forEach(tally -> files.add(members(tally)));
        report.put("files", files);
        report.put("events", prepared.count());
        report.put("rejected", prepared.rejected());
        report.put("rejectsFile", rejects == null ? null : rejects.toString());
        report.put("first", prepared.count() == 0 ? null : prepared.first().toString());
        report.put("last", prepared.count() == 0 ? null : prepared.last().toString());
        report.put("topic", topic);
        report.put("publishedEvents", published == null ? 0 : published.events());
        report.put("publishedTicks", published == null ? 0 : published.ticks());
        report.put("end", published == null ? null : published.end().toString());
        report.put("seconds", took.toMillis() / 1000.0);
        try {
            return JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written as JSON", e);
        }
    }

    private static Map<String, Object> members(Tally tally) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", tally.file());
        members.put("mapping", tally.mapping());
        members.put("rows", tally.rows());
        members.put("events", tally.events());
        members.put("eventsByType", tally.eventsByType());
        members.put("eventsOutsidePeriod", tally.outside());
        members.put("skipped", tally.skipped());
        members.put("skippedByReason", tally.skippedByReason());
        members.put("rejected", tally.rejected());
        members.put("rejectedBy", tally.refusals());
        return members;
    }
}
