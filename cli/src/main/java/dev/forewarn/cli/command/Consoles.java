package dev.forewarn.cli.command;

import dev.forewarn.cli.console.ConsoleProcess;
import dev.forewarn.cli.console.ConsoleStart;
import dev.forewarn.cli.embedded.LoopbackPort;
import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.cli.option.ConsoleOption;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Puts a console beside an installation that has just been started, and says where it is. */
final class Consoles {

    private Consoles() {}

    /** @param isBrief whether it lives for minutes */
    static void start(ConsoleOption option, Running running, boolean isBrief, PrintWriter out) {
        if (!option.isWanted()) {
            return;
        }
        if (ConsoleStart.jar().isEmpty()) {
            out.println("  console          not built; 'mvn -Dfast -pl console -am package' builds it");
            return;
        }
        ConsoleProcess console = ConsoleProcess.start(of(running, LoopbackPort.freeFrom(option.port())), isBrief);
        out.printf(
                Locale.ROOT,
                "  %-16s %s (log in as local, password %s; it says what it does in %s)%n",
                "console",
                console.address(),
                console.password(),
                console.log());
    }

    private static ConsoleStart of(Running running, int port) {
        Installation installation = running.installation();
        return new ConsoleStart(
                installation.bootstrapServers(),
                installation.topicPrefix(),
                installation.folder().resolve("console"),
                installation.clock().name(),
                port,
                List.of("--forewarn.console.flink.address=" + running.flinkPage()));
    }
}
