package dev.forewarn.cli.command;

import dev.forewarn.cli.demo.CityLife;
import dev.forewarn.cli.embedded.LogFile;
import dev.forewarn.cli.installation.Folders;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.option.ConsoleOption;
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
import java.time.LocalDate;
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
            "Runs everything in this process - a Kafka broker, a Flink, the job with the shipped catalogue - and lets a "
                    + "synthetic city of 1,000 businesses live: a year at full speed, of which nothing is shown, then ten days "
                    + "in twenty seconds, then a minute of today in which seven more businesses drift into trouble. Alerts are "
                    + "shown as they come, each with its reasons. Nothing in it is real (docs/CITY.md).",
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

    @Mixin
    private ConsoleOption console = new ConsoleOption();

    @Override
    public Integer call() {
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        Path folder = Installation.defaultFolder(NAME);
        Folders.empty(folder, NAME);
        LogFile.under(folder);
        CatalogueBundle bundle = Catalogues.read(null);
        out.println("Starting Kafka and Flink ...");
        out.flush();
        Clock clock = Clock.systemUTC();
        LocalDate today = CityLife.today(clock);
        Running running = Running.start(new Running.Start(
                new Installation(folder, NAME, ClockMode.EVENTS, 2, Optional.of(CityLife.shownFrom(today)), ""),
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
        Consoles.start(console, running, true, out);
        out.printf(
                Locale.ROOT,
                "A synthetic city of %,d businesses lives a year, ten days, and a minute of today. Alerts that are open after the"
                        + " year are not shown; forewarn tally --name demo counts them. Ctrl-C stops.%n",
                CityLife.ENTITIES);
        out.println("");
        out.flush();
        AlertLines lines = new AlertLines(
                bundle.catalogue().days().zone(), language.isChinese(), CommandLine.Help.Ansi.AUTO.enabled());
        try (CityLife city = new CityLife(running.installation().bootstrapServers(), log, today, clock)) {
            new Shown(running, lines, out).withoutSnapshots().untilStopped(city::begin);
        }
        return CommandLine.ExitCode.OK;
    }
}
