package dev.forewarn.console.catalogue;

import dev.forewarn.avro.Level;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which catalogue is in force, which is on trial beside it, and how it came to that.
 *
 * @param live the newest that was accepted for live; null if none was read
 * @param shadow the one on trial; null if there is none
 * @param history every verdict, newest first, at most 200
 * @param byRule alerts since the trial began, by rule, those that differ most first
 * @param onlyShadow alerts that only the one on trial has raised, newest first, at most 50
 */
public record CatalogueReport(
        @Nullable Verdict live,
        @Nullable Verdict shadow,
        List<Verdict> history,
        List<RuleDifference> byRule,
        List<ShadowAlert> onlyShadow) {

    public CatalogueReport {
        history = List.copyOf(history);
        byRule = List.copyOf(byRule);
        onlyShadow = List.copyOf(onlyShadow);
    }

    /**
     * What became of a published catalogue.
     *
     * @param version hash of its content; empty if it could not be read, or if it ends a trial
     * @param effectiveAt from when on it is in force; null if it was refused
     * @param bundleOffset by which its text can be read; null if that is not known
     * @param entities how many businesses it was tried on; null if it was not
     * @param allowedWorse share that it might move to a worse class, in ten-thousandths; null if it was not tried
     */
    public record Verdict(
            String stage,
            String version,
            Instant publishedAt,
            boolean accepted,
            String reason,
            String detail,
            @Nullable String author,
            @Nullable String approver,
            @Nullable String remark,
            @Nullable Instant effectiveAt,
            @Nullable String previousVersion,
            @Nullable Long bundleOffset,
            @Nullable Long entities,
            @Nullable Long worse,
            @Nullable Long better,
            @Nullable Integer allowedWorse) {}

    /**
     * Alerts of one rule that opened since the trial began; the same business, rule and subject is the same alert.
     *
     * @param both raised by both
     * @param onlyLive raised by the one in force alone
     * @param onlyShadow raised by the one on trial alone
     */
    public record RuleDifference(
            String rule, String nameZh, String nameEn, long both, long onlyLive, long onlyShadow) {}

    /** An alert that the one in force has not raised. */
    public record ShadowAlert(
            String alertId,
            String entityId,
            @Nullable String entityName,
            String rule,
            String nameZh,
            String nameEn,
            Level level,
            @Nullable String subject,
            List<String> domains,
            String signal,
            Instant openedAt) {

        public ShadowAlert {
            domains = List.copyOf(domains);
        }

        /** The name of the business, or its id where none is known. */
        public String title() {
            return entityName == null || entityName.isBlank() ? entityId : entityName;
        }
    }
}
