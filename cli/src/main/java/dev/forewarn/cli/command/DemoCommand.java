package dev.forewarn.cli.command;

import dev.forewarn.cli.demo.CityLife;
import dev.forewarn.cli.embedded.LogFile;
import dev.forewarn.cli.installation.Folders;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.option.LanguageOption;
import dev.forewarn.cli.option.WebPortOption;
import dev.forewarn.cli.show.AlertLines;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.config.ClockMode;
import dev.forewarn.engine.config.Topics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the engine at work on a small synthetic city. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs everything in this process - a Kafka broker, a Flink, the job with the shipped catalogue - and lets a small "
                    + "synthetic city live for a minute. A few of its 200 businesses drift into trouble; their alerts are "
                    + "shown as they come, each with its reasons.",
            "",
            "Try in a second terminal: forewarn assess --name demo ENTITY. Each run starts anew."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final String NAME = "demo";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private WebPortOption webPort = new WebPortOption();

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Path folder = Installation.defaultFolder(NAME);
        Folders.empty(folder, NAME);
        LogFile.under(folder);
        CatalogueBundle bundle = Catalogues.read(null);
        out.println("Starting Kafka and Flink ...");
        out.flush();
        Running running = Running.start(new Running.Start(
                new Installation(folder, NAME, ClockMode.WALL, 2, Optional.empty(), ""),
                Optional.empty(),
                Catalogues.professionalDomains(bundle),
                bundle.text(),
                2,
                DeliveryGuarantee.AT_LEAST_ONCE,
                webPort.port(),
                Duration.ofSeconds(10)));
        String log = new Topics(running.installation().topicPrefix()).events();
        out.printf(
                Locale.ROOT,
                "Kafka at %s, Flink's page at %s%n",
                running.installation().bootstrapServers(),
                running.flinkPage());
        out.println("A city of 200 businesses begins its minute. The data are synthetic. Ctrl-C stops.");
        out.println("");
        out.flush();
        AlertLines lines = new AlertLines(
                bundle.catalogue().days().zone(), language.isChinese(), CommandLine.Help.Ansi.AUTO.enabled());
        try (CityLife city = new CityLife(running.installation().bootstrapServers(), log, Clock.systemUTC())) {
            new Shown(running, lines, out).untilStopped(city::begin);
        }
        return CommandLine.ExitCode.OK;
    }
}
