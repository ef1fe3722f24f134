package dev.forewarn.console.webhook;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where webhooks are told.
 *
 * @param file a file as {@code config/webhooks.yaml}; empty for no webhooks
 */
@ConfigurationProperties("forewarn.console.webhooks")
public record WebhookSettings(@DefaultValue("") String file) {}
