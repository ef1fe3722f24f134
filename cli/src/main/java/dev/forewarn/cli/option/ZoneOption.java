package dev.forewarn.cli.option;

import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine.Option;

/** The zone in which days begin and instants are shown. */
public final class ZoneOption {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Asia/Shanghai",
            description = "Zone of days and of instants that are shown (default: ${DEFAULT-VALUE}).")
    private String zone = "Asia/Shanghai";

    /**
     * The zone.
     *
     * @throws Refusal if there is none of that name
     */
    public ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Refusal("--zone takes a time zone, such as Asia/Shanghai; got '" + zone + "'");
        }
    }
}
