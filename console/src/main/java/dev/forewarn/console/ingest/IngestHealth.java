package dev.forewarn.console.ingest;

import dev.forewarn.console.ingest.IngestStatus.Report;
import dev.forewarn.console.ingest.IngestStatus.State;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How reading goes, for machines that watch the console. */
@Component("ingestHealthIndicator")
final class IngestHealth implements HealthIndicator {

    private final IngestStatus status;

    IngestHealth(IngestStatus status) {
        this.status = status;
    }

    @Override
    public Health health() {
        Report report = status.report();
        boolean isWell = report.state() == State.READING || report.state() == State.STARTING;
        Health.Builder health = isWell ? Health.up() : Health.down();
        return health.withDetail("state", report.state())
                .withDetail("detail", report.detail())
                .withDetail("since", report.since())
                .withDetail("lag", report.lag())
                .withDetail("missing", report.missing())
                .build();
    }
}
