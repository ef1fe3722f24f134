package dev.forewarn.console.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a business stands, with everything that the engine says about it. The fields are those of Assessment.avsc. */
public record AssessmentMessage(
        String entityId,
        Instant at,
        LocalDate day,
        String cause,
        boolean registered,
        @Nullable String entityName,
        @Nullable String entityKind,
        @Nullable String status,
        @Nullable String division,
        @Nullable String grid,
        @Nullable Boolean codeValid,
        String headlineClass,
        List<Standing> standings,
        List<Contribution> contributions,
        @Nullable LocalDate nextChange,
        int facts,
        boolean saturated,
        @Nullable LocalDate warmingUpUntil,
        String catalogueVersion,
        String textZh,
        String textEn,
        boolean truncated,
        List<DirectRule> directRules,
        List<Change> changes,
        List<ForecastStep> forecast,
        List<WayDown> waysDown,
        List<StaleSource> sources) {

    /** A source of facts that sends nothing. */
    public record StaleSource(
            String source,
            String nameZh,
            String nameEn,
            LocalDate silentSince,
            @Nullable LocalDate newestDay) {}
}
