package dev.forewarn.console.web;

import dev.forewarn.console.access.Right;
import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.AlertDetail;
import dev.forewarn.console.alert.Alerts;
import dev.forewarn.console.catalogue.Outcomes;
import dev.forewarn.console.config.ConsoleSettings;
import dev.forewarn.console.organisation.Organisation;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.step.StepRefused;
import dev.forewarn.console.step.StepRequest;
import dev.forewarn.console.step.StepSent;
import dev.forewarn.console.step.Steps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One alert: why it is, its life, and what people may do about it. */
@Controller
class AlertPage {

    private final Alerts alerts;
    private final Steps steps;
    private final Outcomes outcomes;
    private final ConsoleSettings settings;
    private final Organisation organisation;

    AlertPage(Alerts alerts, Steps steps, Outcomes outcomes, ConsoleSettings settings, Organisation organisation) {
        this.alerts = alerts;
        this.steps = steps;
        this.outcomes = outcomes;
        this.settings = settings;
        this.organisation = organisation;
    }

    @GetMapping("/alerts/{id}")
    String alert(Viewer viewer, @PathVariable String id, Model model) {
        show(viewer, id, model);
        return "alert";
    }

    /** The part that changes with the alert. */
    @GetMapping("/alerts/{id}/live")
    String live(Viewer viewer, @PathVariable String id, Model model) {
        show(viewer, id, model);
        return "alert :: live";
    }

    /** The part with the steps. */
    @GetMapping("/alerts/{id}/steps")
    String steps(Viewer viewer, @PathVariable String id, Model model) {
        show(viewer, id, model);
        return "alert :: steps";
    }

    @PostMapping("/alerts/{id}/steps")
    String take(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam String step,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String caseNumber,
            @RequestParam(defaultValue = "") String toUnit,
            @RequestParam(defaultValue = "") String until,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean isPart,
            Model model) {
        try {
            StepSent sent = steps.take(
                    viewer, id, new StepRequest(revision, step, comment, outcome, caseNumber, toUnit, instant(until)));
            model.addAttribute("sent", sent);
        } catch (StepRefused refused) {
            model.addAttribute("refusal", refused);
        }
        show(viewer, id, model);
        return isPart ? "alert :: steps" : "alert";
    }

    private void show(Viewer viewer, String id, Model model) {
        AlertDetail detail = alerts.find(viewer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no alert " + id));
        model.addAttribute("alert", detail);
        model.addAttribute("message", detail.message());
        model.addAttribute("why", Why.of(detail.message()));
        model.addAttribute("offered", steps.offered(viewer, detail.message()));
        model.addAttribute("outcomes", outcomes.all());
        model.addAttribute("mayInspect", viewer.may(Right.INSPECT));
        model.addAttribute("units", organisation.units());
        model.addAttribute(
                "proposed",
                organisation
                        .unitFor(
                                detail.message().domains(),
                                detail.message().division(),
                                detail.message().grid())
                        .orElse(""));
    }

    /** A time as a form has it, in the bureau's zone; null if none was given. */
    private @Nullable Instant instant(String local) {
        try {
            return local.isBlank()
                    ? null
                    : LocalDateTime.parse(local).atZone(settings.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new BadRequest("until takes a time such as 2026-03-31T17:30; got '" + local + "'");
        }
    }
}
