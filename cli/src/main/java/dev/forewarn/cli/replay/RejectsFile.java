package dev.forewarn.cli.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.cli.mapping.RowFault;
import dev.forewarn.cli.rows.Row;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Rows that could not be mapped, one JSON object a line: where the row stands, every fault, and the row itself. The
 * file is made with the first of them, so that a clean replay leaves none.
 */
public final class RejectsFile implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Path path;
    private @Nullable BufferedWriter out;

    RejectsFile(Path path) {
        this.path = path;
    }

    /** The exit code of a command that is done, but had to reject rows. */
    public static final int EXIT = 3;

    /** The exit code of a command that is done. */
    public static int exitCode(Prepared prepared) {
        return prepared.rejected() > 0 ? EXIT : CommandLine.ExitCode.OK;
    }

    /** Says how many rows were rejected and where they are, if any were. */
    public void tell(Prepared prepared, PrintWriter out) {
        if (exists()) {
            out.printf(Locale.ROOT, "%,d rows were rejected; see %s%n", prepared.rejected(), path);
        }
    }

    /** Whether there is a file, that is, a reject. */
    public boolean exists() {
        return out != null;
    }

    public Path path() {
        return path;
    }

    void add(Row row, String mapping, List<RowFault> faults) throws IOException {
        BufferedWriter writer = out;
        if (writer == null) {
            writer = Files.newBufferedWriter(path);
            out = writer;
        }
        Map<String, Object> reject = new LinkedHashMap<>();
        reject.put("file", row.file());
        reject.put("line", row.line());
        reject.put("mapping", mapping);
        reject.put("faults", faults.stream().map(RejectsFile::members).toList());
        reject.put("row", members(row));
        JSON.writeValue(writer, reject);
        writer.newLine();
    }

    private static Map<String, String> members(RowFault fault) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("field", fault.field());
        members.put("reason", fault.reason());
        if (fault.place() != null) {
            members.put("at", fault.place().toString());
        }
        return members;
    }

    // The values of a row say of every column that they have it, which confuses a general reader of maps.
    private static Map<String, String> members(Row row) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : new ArrayList<>(row.values().entrySet())) {
            members.put(entry.getKey(), entry.getValue());
        }
        return members;
    }

    @Override
    public void close() throws IOException {
        BufferedWriter writer = out;
        if (writer != null) {
            writer.close();
        }
    }
}
