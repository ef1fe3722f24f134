package dev.forewarn.cli.replay;

import dev.forewarn.cli.mapping.Mapping;
import dev.forewarn.cli.mapping.Salt;
import dev.forewarn.cli.option.OutputFiles;
import dev.forewarn.cli.option.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The files of recorded history that a command takes, and how they become events in order: one step for all commands.
 */
public final class HistoryFiles {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV or JSON lines, as the mapping says; .gz is unpacked on the way. Or events as 'forewarn"
                    + " simulate' writes them: .avro.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--mapping",
            arity = "1..*",
            paramLabel = "FILE",
            parameterConsumer = MappingFiles.Words.class,
            description =
                    "Mappings, or a folder of them. Of several, each file goes through the one whose columns it has. Files of"
                            + " events (.avro) need none.")
    private List<Path> mappings = new ArrayList<>();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            defaultValue = "forewarn-rejects.jsonl",
            description = "Where rejected rows go, overwritten if there are any. Default: ${DEFAULT-VALUE}.")
    private Path rejects = Path.of("forewarn-rejects.jsonl");

    @Option(
            names = "--salt-file",
            paramLabel = "FILE",
            description = "Secret of at least 16 bytes under which mappings hash persons. Default: the environment"
                    + " variable FOREWARN_SALT.")
    private @Nullable Path saltFile;

    /**
     * What was named, read and checked.
     *
     * @param mappings in no order
     */
    public record Checked(List<Intake> intakes, List<Mapping> mappings) {
        public Checked {
            intakes = List.copyOf(intakes);
            mappings = List.copyOf(mappings);
        }
    }

    /**
     * Reads the mappings and finds the one of each file.
     *
     * @throws Refusal with everything that is wrong
     */
    public Checked check() throws IOException {
        OutputFiles.require("--rejects", rejects);
        requireFiles();
        List<Mapping> read = mappings();
        return new Checked(Intake.match(files, read), read);
    }

    /** Where rejected rows go. */
    public RejectsFile rejects() {
        return new RejectsFile(rejects);
    }

    /**
     * Maps and sorts, with progress on the standard error.
     *
     * @param now events that became known later are refused
     */
    public Prepared prepare(Checked checked, Period period, Instant now, RejectsFile rejectsFile) throws IOException {
        Preparation.Settings settings = new Preparation.Settings(
                period, now, Preparation.Settings.SORT_BYTES, Path.of(System.getProperty("java.io.tmpdir")));
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        try (Progress progress = Progress.of(new Progress.Work("Mapping", "MB", 1 << 20, bytes))) {
            return Preparation.prepare(checked.intakes(), settings, rejectsFile, progress);
        }
    }

    private List<Mapping> mappings() throws IOException {
        if (!mappings.isEmpty()) {
            return MappingFiles.read(mappings, salt());
        }
        for (Path file : files) {
            if (!Intake.isEvents(file)) {
                throw new Refusal("rows become events by a mapping: name one for " + file
                        + " with --mapping (docs/MAPPING.md); only files of events (.avro) need none");
            }
        }
        return List.of();
    }

    private void requireFiles() {
        List<String> missing = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                missing.add("a file to replay can be read; this one cannot: " + file);
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal(missing);
        }
    }

    private @Nullable Salt salt() throws IOException {
        String variable = System.getenv("FOREWARN_SALT");
        String secret = saltFile == null ? variable : Files.readString(saltFile).strip();
        if (secret == null || secret.isEmpty()) {
            return null;
        }
        try {
            return new Salt(secret.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }
}
