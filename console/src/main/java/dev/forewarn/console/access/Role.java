package dev.forewarn.console.access;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to the console. What a role may do stands in {@link Right}. */
public enum Role {
    /** Watches for the whole bureau, takes alerts up, dispatches them. */
    MONITOR("monitor"),
    /** Works a domain: sees to its alerts to the end. */
    TEAM("team"),
    /** Out in a grid: verifies, reminds, reports; never records an inspection, which needs a certificate. */
    GRID("grid"),
    /** Reads all of it, reviews and closes. */
    LEADER("leader"),
    /** Reads classes and months. */
    CREDIT("credit"),
    /** Reads everything, changes nothing. */
    AUDITOR("auditor"),
    /** Sees to the run of the installation; no business matters. */
    SYSTEM_ADMIN("system-admin"),
    /** Sees to users; no business matters. */
    SECURITY_ADMIN("security-admin"),
    /** Reads who did what; no business matters. */
    AUDIT_ADMIN("audit-admin");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The name in files and in steps. */
    public String wireName() {
        return wireName;
    }

    public static Optional<Role> named(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst();
    }
}
