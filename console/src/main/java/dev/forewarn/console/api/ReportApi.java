package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.catalogue.CatalogueReport;
import dev.forewarn.console.catalogue.Catalogues;
import dev.forewarn.console.health.HealthReport;
import dev.forewarn.console.health.Healths;
import dev.forewarn.console.month.MonthReport;
import dev.forewarn.console.month.Months;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.team.TeamReport;
import dev.forewarn.console.team.Teams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of teams, months, catalogues and health show. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "reports")
class ReportApi {

    private final Teams teams;
    private final Months months;
    private final Catalogues catalogues;
    private final Healths healths;

    ReportApi(Teams teams, Months months, Catalogues catalogues, Healths healths) {
        this.teams = teams;
        this.months = months;
        this.catalogues = catalogues;
        this.healths = healths;
    }

    @GetMapping("/teams")
    @Operation(summary = "Domains that you may see")
    List<String> domains(Viewer viewer) {
        return teams.domains(viewer);
    }

    @GetMapping("/teams/{domain}")
    @Operation(summary = "A domain: its most urgent alerts with counts, its businesses by class, its trend")
    TeamReport team(
            Viewer viewer,
            @PathVariable String domain,
            @RequestParam(name = "class", defaultValue = "") String chosen,
            @RequestParam(defaultValue = "1") int page) {
        if (!teams.domains(viewer).contains(domain)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no domain " + domain + " for you");
        }
        return teams.report(viewer, domain, chosen, atLeastOne(page));
    }

    @GetMapping("/months/{month}")
    @Operation(
            summary = "A month: class mix, moves between classes, lead times, precision by rule",
            description = "month as yyyy-MM. Without domain: headline classes, and the alerts of all domains.")
    MonthReport month(Viewer viewer, @PathVariable String month, @RequestParam(defaultValue = "") String domain) {
        try {
            return months.report(viewer, YearMonth.parse(month), domain);
        } catch (DateTimeException e) {
            throw new BadRequest("month takes a month such as 2026-03; got '" + month + "'");
        }
    }

    @GetMapping("/catalogue")
    @Operation(summary = "The catalogue in force and the one on trial, what the trial has raised, all verdicts")
    CatalogueReport catalogue(Viewer viewer) {
        return catalogues.report(viewer);
    }

    @GetMapping("/catalogue/{offset}")
    @Operation(summary = "The files of a published catalogue, by the offset that its verdict names")
    Map<String, String> bundle(Viewer viewer, @PathVariable long offset) {
        return catalogues
                .files(viewer, offset)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "no catalogue was published at offset " + offset));
    }

    @GetMapping("/health")
    @Operation(summary = "How far topics are read, checkpoints, rejects, messages that cannot be read, silent sources")
    HealthReport health(
            Viewer viewer, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "1") int page) {
        return healths.report(viewer, reason, atLeastOne(page));
    }

    private static int atLeastOne(int page) {
        if (page < 1) {
            throw new BadRequest("page begins with 1; got " + page);
        }
        return page;
    }
}
