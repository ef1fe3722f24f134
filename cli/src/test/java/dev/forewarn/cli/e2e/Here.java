package dev.forewarn.cli.e2e;

import dev.forewarn.cli.installation.Installation;
import dev.forewarn.cli.installation.Running;
import dev.forewarn.engine.catalogue.CatalogueBundle;
import dev.forewarn.engine.catalogue.CatalogueReader;
import dev.forewarn.engine.config.ClockMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;

/** An installation inside the test's own process. */
final class Here {

    static final String NAME = "test";
    static final Path SHIPPED = Path.of("..", "config", "catalogue");

    private Here() {}

    static Running start(Path folder, ClockMode clock, int parallelism) {
        return start(new Installation(folder, NAME, clock, 2, Optional.empty(), ""), parallelism);
    }

    /** One that lives through history and publishes what happens from an instant on. */
    static Running start(Path folder, Optional<Instant> publishFrom) {
        return start(new Installation(folder, NAME, ClockMode.EVENTS, 2, publishFrom, ""), 1);
    }

    private static Running start(Installation installation, int parallelism) {
        return Running.start(new Running.Start(
                installation,
                Optional.empty(),
                List.of("drug", "medical-device"),
                shipped().text(),
                parallelism,
                DeliveryGuarantee.AT_LEAST_ONCE,
                0,
                Duration.ofSeconds(1)));
    }

    static CatalogueBundle shipped() {
        CatalogueReader.Result result = CatalogueReader.read(SHIPPED);
        if (result instanceof CatalogueReader.Read read) {
            return read.bundle();
        }
        throw new AssertionError("the shipped catalogue is sound; got " + ((CatalogueReader.Faulty) result).faults());
    }
}
