package dev.forewarn.console.webhook;

import dev.forewarn.avro.Alert;
import dev.forewarn.avro.Family;
import dev.forewarn.avro.Level;
import dev.forewarn.console.message.Levels;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/**
 * A system that is told of alerts.
 *
 * @param name in the file, in logs and in the database
 * @param secret with which messages are signed, never shown
 * @param sends kinds of messages
 * @param levels of the alert at its highest, so that who was told of a red alert is told that it eased; empty for all
 * @param domains empty for all
 * @param families empty for all
 * @param template body with placeholders; empty for CloudEvents
 * @param contentType of the body that the template gives
 * @param timeout until an answer must have come
 * @param attempts before a delivery is given up, at least 1
 * @param firstWait after the first failure; each further one waits twice as long
 * @param longestWait at most
 * @param notOlderThan messages that stood on the topic longer than this when they were read are not sent: so a console
 *     that begins anew does not tell the history of a year
 */
record Hook(
        String name,
        URI url,
        Secret secret,
        Set<Kind> sends,
        Set<Level> levels,
        Set<String> domains,
        Set<Family> families,
        String template,
        String contentType,
        Duration timeout,
        int attempts,
        Duration firstWait,
        Duration longestWait,
        Duration notOlderThan) {

    Hook {
        sends = Set.copyOf(sends);
        levels = Set.copyOf(levels);
        domains = Set.copyOf(domains);
        families = Set.copyOf(families);
    }

    /** Kinds of messages. */
    enum Kind {
        ALERT,
        ESCALATION
    }

    boolean wants(Alert alert) {
        boolean isOfLevel = levels.isEmpty()
                || levels.stream().anyMatch(level -> Levels.rank(level) == Levels.rank(alert.getPeakLevel()))
                || levels.contains(alert.getLevel());
        return sends.contains(Kind.ALERT)
                && isOfLevel
                && isOfDomain(alert.getDomains())
                && (families.isEmpty() || families.contains(alert.getFamily()));
    }

    boolean isOfDomain(Collection<String> of) {
        return domains.isEmpty() || of.stream().anyMatch(domains::contains);
    }

    /** How long to wait after so many failures, at least 1. */
    Duration waitAfter(int failures) {
        Duration wait = firstWait;
        for (int i = 1; i < failures && wait.compareTo(longestWait) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    /** A secret that does not say itself. */
    record Secret(String text) {
        @Override
        public String toString() {
            return "(secret)";
        }
    }

    /** Where to, without what may be a secret of the receiver's: user, path and query stay in the file. */
    String address() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }
}
