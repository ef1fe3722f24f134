package dev.forewarn.console.audit;

import java.time.Instant;

/**
 * Something that somebody did, or tried to do.
 *
 * @param account who; for a failed login who they said they were; empty if unknown
 * @param roles of the account then, joined by commas
 * @param address from where
 * @param action login, logout, step, change, export, or look (which is noted only if it was refused)
 * @param subject what it was about: an alert's number, else the path that was asked for
 * @param outcome done or refused
 * @param detail the step, or why it was refused
 */
public record Deed(
        Instant at,
        String account,
        String roles,
        String address,
        String action,
        String subject,
        String outcome,
        String detail) {

    static final String DONE = "done";
    static final String REFUSED = "refused";
}
