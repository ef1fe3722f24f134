package dev.forewarn.cli;

import dev.forewarn.cli.backtest.BacktestCommand;
import dev.forewarn.cli.bench.BenchCommand;
import dev.forewarn.cli.calibrate.CalibrateCommand;
import dev.forewarn.cli.command.AssessCommand;
import dev.forewarn.cli.command.CatalogueCommand;
import dev.forewarn.cli.command.ConsoleCommand;
import dev.forewarn.cli.command.DemoCommand;
import dev.forewarn.cli.command.InstalledTargets;
import dev.forewarn.cli.command.LeadtimeCommand;
import dev.forewarn.cli.command.MonthCommand;
import dev.forewarn.cli.command.TallyCommand;
import dev.forewarn.cli.command.UpCommand;
import dev.forewarn.cli.option.Failures;
import dev.forewarn.cli.plan.PlanCommand;
import dev.forewarn.cli.replay.ReplayCommand;
import dev.forewarn.cli.simulate.SimulateCommand;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "forewarn",
        mixinStandardHelpOptions = true,
        version = "Forewarn 0.1.0",
        description = {
            "Early warning for market supervision.",
            "",
            "Start with 'forewarn demo'. To work with data of your own: 'forewarn up' in one terminal, 'forewarn replay' "
                    + "in another, then 'forewarn assess ENTITY'."
        },
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            ConsoleCommand.class,
            AssessCommand.class,
            MonthCommand.class,
            TallyCommand.class,
            LeadtimeCommand.class,
            PlanCommand.class,
            CatalogueCommand.class,
            BenchCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed; the message says what, and what to do",
            "2:the command was not understood",
            "3:done, but some rows, files or examples were refused, or visits have no team; they are listed",
            "4:the published classes of a month are not those that its events give"
        })
public final class Forewarn {

    private Forewarn() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, ready to parse arguments. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Forewarn());
        line.addSubcommand(new ReplayCommand(new InstalledTargets(), Clock.systemUTC()));
        line.addSubcommand(new BacktestCommand(Clock.systemUTC()));
        line.addSubcommand(new CalibrateCommand(Clock.systemUTC()));
        line.addSubcommand(new SimulateCommand(new InstalledTargets(), Clock.systemUTC()));
        line.setExecutionExceptionHandler(new Failures());
        return line;
    }
}
