package dev.forewarn.cli.command;

import dev.forewarn.avro.Assessment;
import dev.forewarn.avro.Decoded;
import dev.forewarn.avro.Wire;
import dev.forewarn.cli.show.AssessmentText;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.time.ZoneId;
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

/** Shows the newest assessment of one entity, explained. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Shows where a business stands and why: its classes, the contributions that add up to each score, the facts "
                    + "behind them and the day on which each part changes.",
            "",
            "Reads the newest assessment from the topic NAME.assessments.v1 of a running installation."
        })
public final class AssessCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private InstallationOptions options = new InstallationOptions();

    @Parameters(paramLabel = "ENTITY", description = "Unified social credit code, or the id that the events carry.")
    private String entity = "";

    @Option(names = "--json", description = "The whole message as JSON, for machines.")
    private boolean isJson;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "en",
            description = "Language (default: ${DEFAULT-VALUE}).")
    private String language = "en";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description = "Zone in which instants are shown (default: ${DEFAULT-VALUE}).")
    private String zone = "Asia/Shanghai";

    @Override
    public Integer call() throws Exception {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Assessment newest = newest();
        out.println(isJson ? json(newest) : new AssessmentText(ZoneId.of(zone), language.equals("zh")).of(newest));
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private Assessment newest() {
        Assessment[] newest = new Assessment[1];
        String topic = new Topics(options.topicPrefix()).assessments();
        try (TopicReader reader = new TopicReader(options.bootstrapServers(), topic)) {
            reader.readAll(message -> {
                if (entity.equals(message.key())
                        && Wire.decode(message.value(), Assessment.class) instanceof Decoded.Value<Assessment> found) {
                    newest[0] = found.value();
                }
            });
        }
        if (newest[0] == null) {
            throw new Refusal("there is no assessment of '" + entity + "' in " + topic
                    + "; check the id, and that its events have been published");
        }
        return newest[0];
    }

    private static String json(Assessment assessment) throws java.io.IOException {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        JsonEncoder encoder = EncoderFactory.get().jsonEncoder(Assessment.getClassSchema(), bytes, true);
        new SpecificDatumWriter<>(Assessment.class).write(assessment, encoder);
        encoder.flush();
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
