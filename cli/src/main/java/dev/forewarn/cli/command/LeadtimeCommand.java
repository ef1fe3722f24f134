package dev.forewarn.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forewarn.cli.count.LeadTimes;
import dev.forewarn.cli.count.LeadTimesText;
import dev.forewarn.cli.show.TopicReader;
import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.dossier.CatalogueTimeline;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how early alerts came and how right they were. */
@Command(
        name = "leadtime",
        mixinStandardHelpOptions = true,
        description = {
            "Says how early the alerts of a running installation came before the month-end classification, and how right they "
                    + "were: whether its class confirmed them, what people found, and which later facts name them as their "
                    + "origin (the attribute alert_id). By domain and rule; leads and reminders apart.",
            "",
            "What an outcome means for the precision is in the catalogue, under handling.outcomes."
        })
public final class LeadtimeCommand implements Callable<Integer> {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private HistoryOptions options = new HistoryOptions();

    @Option(names = "--json", description = "The same as JSON, for machines.")
    private boolean isJson;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<CatalogueTimeline.Entry> entries = options.timeline().entries();
        Catalogue catalogue = entries.get(entries.size() - 1).catalogue();
        LeadTimes times = new LeadTimes(
                catalogue.days().zone(), id -> catalogue.handling().outcome(id));
        String servers = options.installation().bootstrapServers();
        try (TopicReader reader = new TopicReader(servers, options.topics().alerts())) {
            reader.readAll(message -> times.addAlert(message.value()));
        }
        try (TopicReader reader = new TopicReader(servers, options.topics().events())) {
            reader.readAll(message -> times.addFact(message.value()));
        }
        List<LeadTimes.Line> lines =
                times.lines(Instant.ofEpochMilli(options.log().newestMs()));
        if (isJson) {
            out.println(MAPPER.writeValueAsString(
                    lines.stream().map(LeadtimeCommand::members).toList()));
            out.flush();
        } else {
            new LeadTimesText(out).print(lines);
        }
        return CommandLine.ExitCode.OK;
    }

    private static Map<String, @Nullable Object> members(LeadTimes.Line line) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("family", line.family().name());
        members.put("domain", line.domain());
        members.put("rule", line.rule());
        members.put("alerts", line.alerts());
        members.put("lead_days_p10", line.leadDaysAt(10));
        members.put("lead_days_median", line.leadDaysAt(50));
        members.put("lead_days_p90", line.leadDaysAt(90));
        members.put("crossings_of_ended_months", line.crossings());
        members.put("confirmed_by_class", line.classified());
        members.put("outcomes", line.outcomes());
        members.put("precision", line.precision() < 0 ? null : line.precision());
        members.put("followed_by", line.followedBy());
        return members;
    }
}
