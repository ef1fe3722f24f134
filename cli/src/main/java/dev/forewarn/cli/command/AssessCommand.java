package dev.forewarn.cli.command;

import dev.forewarn.avro.Assessment;
import dev.forewarn.cli.history.EntityLog;
import dev.forewarn.cli.history.EventLog;
import dev.forewarn.cli.history.Playback;
import dev.forewarn.cli.option.LanguageOption;
import dev.forewarn.cli.option.Refusal;
import dev.forewarn.cli.option.ZoneOption;
import dev.forewarn.cli.show.AssessmentText;
import dev.forewarn.core.dossier.EntityStep;
import dev.forewarn.core.time.LocalDays;
import dev.forewarn.engine.wire.SilentSources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Assesses one business from the log, as of now or of any instant. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Shows where a business stands and why: its classes, the contributions that add up to each score, the facts "
                    + "behind them and the day on which each part changes.",
            "",
            "It is worked out from the log of a running installation, with the catalogue in force at the time. With --at from "
                    + "what was known then: what became known later, corrections too, is left out. Without, it also names "
                    + "the sources of its facts that are silent.",
            "",
            "Examples:",
            "  forewarn assess --name demo 91360699MA00000013",
            "  forewarn assess --name demo 91360699MA00000013 --at 2026-03-31 --lang zh"
        })
public final class AssessCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Parameters(paramLabel = "ENTITY", description = "Unified social credit code, or the id that the events carry.")
    private String entity = "";

    @Option(
            names = "--at",
            paramLabel = "DATE|INSTANT",
            description = "As of the end of a day, such as 2026-03-31, or of an instant, such as "
                    + "2026-03-31T12:00:00+08:00 (default: the newest message of the log).")
    private @Nullable String at;

    @Option(names = "--json", description = "The whole assessment as JSON, for machines.")
    private boolean isJson;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Assessment assessment = assess();
        out.println(isJson ? json(assessment) : new AssessmentText(zone.zone(), language.isChinese()).of(assessment));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private Assessment assess() {
        EventLog log = options.log();
        EntityLog events = log.of(entity);
        if (events.isEmpty()) {
            throw new Refusal("there is no event about '" + entity + "' in "
                    + options.topics().events() + "; check the id, and that its events have been published");
        }
        long atMs = at == null ? log.newestMs() : instantMs(at);
        Playback playback = new Playback(new EntityStep(options.published()), entity);
        events.stepsBefore(atMs + 1).forEach(known -> known.accept(playback));
        // Which sources were silent at an earlier instant, nobody remembers.
        SilentSources silent = at == null ? options.silentSources() : new SilentSources();
        Optional<Assessment> found = playback.rollTo(atMs).assessment(atMs, silent);
        return found.orElseThrow(() -> new Refusal("nothing was known about '" + entity + "' at "
                + Instant.ofEpochMilli(atMs).atZone(zone.zone()).toOffsetDateTime()
                + "; its first event came later, or all that was known is over"));
    }

    private long instantMs(String text) {
        try {
            if (text.contains("T")) {
                return OffsetDateTime.parse(text).toInstant().toEpochMilli();
            }
            int day = (int) LocalDate.parse(text).toEpochDay();
            return new LocalDays(zone.zone()).startOf(day + 1) - 1;
        } catch (DateTimeException e) {
            throw new Refusal("--at takes a day like 2026-03-31 or an instant like 2026-03-31T12:00:00+08:00; got '"
                    + text + "'");
        }
    }

    private static String json(Assessment assessment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(Assessment.getClassSchema(), bytes, true);
        new SpecificDatumWriter<>(Assessment.class).write(assessment, encoder);
        encoder.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
