package dev.forewarn.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.rows.Row;
import dev.forewarn.cli.rows.RowFormat;
import dev.forewarn.cli.rows.RowReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kept draw: {@code plan.json} says what it was drawn with, {@code frame.csv} has every business with its class, its
 * probability and its number, {@code visits.csv} is the list to work from. Written once; a second draw needs another
 * folder, so that nobody draws until they like the result.
 */
final class PlanFolder {

    private static final String PLAN = "plan.json";
    private static final String FRAME = "frame.csv";
    private static final String VISITS = "visits.csv";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final RowFormat CSV = new RowFormat(RowFormat.Kind.CSV, StandardCharsets.UTF_8, ',');

    private final Path folder;

    PlanFolder(Path folder) {
        this.folder = folder;
    }

    /** Refuses a folder in which there is a draw already. */
    void refuseIfDrawn() {
        if (Files.exists(folder.resolve(PLAN))) {
            throw new Refusal("there is a draw in " + folder
                    + " already, which is kept as it was drawn; name another folder with --out");
        }
    }

    /**
     * Writes the three files.
     *
     * @param isForExcel whether the CSV files begin with a byte order mark
     * @return what stands in {@code plan.json}
     */
    String write(InspectionPlan plan, boolean isForExcel) throws IOException {
        refuseIfDrawn();
        Files.createDirectories(folder);
        PlanSheets sheets = new PlanSheets(plan);
        Sheet.write(folder.resolve(FRAME), isForExcel, PlanSheets.FRAME, sheets.frame());
        Sheet.write(folder.resolve(VISITS), isForExcel, PlanSheets.VISITS, sheets.visits());
        Map<String, @Nullable Object> members = members(plan);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(FRAME, sha256(folder.resolve(FRAME)));
        files.put(VISITS, sha256(folder.resolve(VISITS)));
        members.put("sha256", files);
        String json = JSON.writeValueAsString(members);
        Files.writeString(folder.resolve(PLAN), json + "\n");
        return json;
    }

    private static Map<String, @Nullable Object> members(InspectionPlan plan) {
        InspectionPlan.Setting setting = plan.setting();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("installation", setting.installation());
        members.put("month", setting.month().toString());
        members.put("seed", setting.seed());
        members.put("zone", setting.zone().getId());
        members.put("domain", setting.domain());
        members.put(
                "visits_wanted",
                setting.visitsWanted().isPresent() ? setting.visitsWanted().getAsInt() : null);
        members.put("start", new BigDecimal(Line.decimal(setting.start())));
        members.put("rules", setting.rules());
        members.put("ratios", setting.ratios());
        members.put("catalogues", setting.catalogues());
        members.put(
                "assessed_at",
                setting.assessedAt() == null ? null : setting.assessedAt().toString());
        members.put("businesses", plan.lines().size());
        members.put("left_out", setting.leftOut());
        members.put("visits", plan.visits().size());
        members.put("without_team", plan.withoutTeam().size());
        return members;
    }

    /**
     * A draw as it was kept.
     *
     * @param isSound whether the frame is what was written
     */
    record Kept(
            String installation,
            YearMonth month,
            String seed,
            ZoneId zone,
            boolean isSound,
            List<PlannedVisit> lines) {}

    /**
     * Reads a draw.
     *
     * @throws Refusal if there is none
     */
    Kept read() throws IOException {
        Path plan = folder.resolve(PLAN);
        Path frame = folder.resolve(FRAME);
        if (!Files.isReadable(plan) || !Files.isReadable(frame)) {
            throw new Refusal("there is no draw in " + folder + "; it holds " + PLAN + " and " + FRAME
                    + ", as 'forewarn plan --month' writes them");
        }
        JsonNode head = JSON.readTree(Files.readString(plan));
        List<PlannedVisit> lines = new ArrayList<>();
        try (RowReader reader = RowReader.open(frame, CSV)) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                lines.add(line(row));
            }
        }
        return new Kept(
                head.path("installation").asText(),
                YearMonth.parse(head.path("month").asText()),
                head.path("seed").asText(),
                ZoneId.of(head.path("zone").asText()),
                sha256(frame).equals(head.path("sha256").path(FRAME).asText()),
                lines);
    }

    private static PlannedVisit line(Row row) {
        try {
            return new PlannedVisit(
                    cell(row, "entity_id"),
                    cell(row, "name"),
                    cell(row, "class"),
                    PlannedVisit.basisOf(cell(row, "basis")),
                    new BigDecimal(cell(row, "probability")).movePointRight(6).intValueExact(),
                    cell(row, "selected").equals("yes"));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new Refusal(row.file() + ":" + row.line() + " is not a line of a frame: " + e.getMessage()
                    + "; take the file as it was written");
        }
    }

    private static String cell(Row row, String column) {
        return Sheet.plain(String.valueOf(row.values().get(column)));
    }

    static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
