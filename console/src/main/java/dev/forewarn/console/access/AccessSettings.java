package dev.forewarn.console.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the console.
 *
 * @param localPassword password of the local account; empty for one that is made at the start and printed
 * @param unit of the local account, as it stands in steps
 */
@ConfigurationProperties("forewarn.console.access")
public record AccessSettings(
        @DefaultValue("") String localPassword,
        @DefaultValue("monitoring centre") String unit) {}
