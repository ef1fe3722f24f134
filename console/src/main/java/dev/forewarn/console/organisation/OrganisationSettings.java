package dev.forewarn.console.organisation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the organisation is told.
 *
 * @param file a file as {@code config/organisation.yaml}; empty for none: no unit is proposed, nothing climbs
 */
@ConfigurationProperties("forewarn.console.organisation")
public record OrganisationSettings(@DefaultValue("") String file) {}
