package dev.forewarn.console.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * About the record of who did what.
 *
 * @param keep how long it is kept
 */
@ConfigurationProperties("forewarn.console.audit")
public record AuditSettings(@DefaultValue("1100d") Duration keep) {}
