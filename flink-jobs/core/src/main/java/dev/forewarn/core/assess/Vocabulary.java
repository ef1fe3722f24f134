package dev.forewarn.core.assess;

import dev.forewarn.core.catalogue.Catalogue;
import dev.forewarn.core.catalogue.Scheme;
import dev.forewarn.core.indicator.Label;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What people call things: the lines of supervision, and instants by the bureau's clock.
 *
 * @param domains names of the domains that have a scheme
 */
public record Vocabulary(ZoneId zone, Map<String, Label> domains) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    public Vocabulary {
        domains = Map.copyOf(domains);
    }

    static Vocabulary of(Catalogue catalogue) {
        Map<String, Label> domains = new HashMap<>();
        for (Scheme scheme : catalogue.schemes()) {
            domains.put(scheme.domain(), scheme.name());
        }
        return new Vocabulary(catalogue.days().zone(), domains);
    }

    String zh(String domain) {
        Label name = domains.get(domain);
        return name == null ? domain : name.zh();
    }

    /** An instant, to the minute. */
    String minute(long instantMs) {
        return MINUTES.format(Instant.ofEpochMilli(instantMs).atZone(zone));
    }
}
