package dev.forewarn.console.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person may do, by role. The one table that pages and API both ask. */
@SuppressWarnings("ImmutableEnumChecker") // The sets are never changed once made.
public enum Right {
    /** Sees alerts and businesses of its scope. */
    READ(EnumSet.of(Role.MONITOR, Role.TEAM, Role.GRID, Role.LEADER, Role.CREDIT, Role.AUDITOR)),
    /** Says something about an alert: comment, contest. */
    REMARK(EnumSet.of(Role.MONITOR, Role.TEAM, Role.GRID, Role.LEADER)),
    /** Takes up, sends back, begins, feeds back. */
    WORK(EnumSet.of(Role.MONITOR, Role.TEAM, Role.LEADER)),
    /** Gives alerts to units, suppresses, reviews, closes, reopens. */
    DIRECT(EnumSet.of(Role.MONITOR, Role.TEAM, Role.LEADER)),
    /** Sees the hashes of those who complained or reported: whether two complaints are one person's. */
    INFORMANTS(EnumSet.of(Role.MONITOR, Role.LEADER)),
    /** Reads health, rejects and poisoned messages. */
    OPERATE(EnumSet.of(Role.MONITOR, Role.LEADER, Role.AUDITOR, Role.SYSTEM_ADMIN)),
    /** Sends again what could not be delivered. */
    RESEND(EnumSet.of(Role.MONITOR, Role.LEADER, Role.SYSTEM_ADMIN)),
    /** Records an inspection, which needs a certificate: never a grid officer. */
    INSPECT(EnumSet.of(Role.MONITOR, Role.TEAM, Role.LEADER)),
    /** Hands in events as a source system does. */
    SUBMIT(EnumSet.of(Role.MONITOR)),
    /** Sees to users. */
    SECURE(EnumSet.of(Role.SECURITY_ADMIN)),
    /** Reads who did what. */
    AUDIT(EnumSet.of(Role.AUDITOR, Role.AUDIT_ADMIN));

    private final Set<Role> roles;

    Right(Set<Role> roles) {
        this.roles = roles;
    }

    boolean isOf(Set<Role> held) {
        return roles.stream().anyMatch(held::contains);
    }
}
