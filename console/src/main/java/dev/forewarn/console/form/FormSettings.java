package dev.forewarn.console.form;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where checklists are told.
 *
 * @param folder with a file for each, as {@code config/forms}; empty for those that come with the console
 */
@ConfigurationProperties("forewarn.console.forms")
public record FormSettings(@DefaultValue("") String folder) {}
