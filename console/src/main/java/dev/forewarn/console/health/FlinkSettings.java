package dev.forewarn.console.health;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Flink can be asked about the job.
 *
 * @param address of its REST interface, such as {@code http://127.0.0.1:8081}; empty if it cannot be asked
 */
@ConfigurationProperties("forewarn.console.flink")
public record FlinkSettings(@DefaultValue("") String address) {

    public FlinkSettings {
        // Paths are put behind it.
        address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
