package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.alert.AlertDetail;
import dev.forewarn.console.alert.Alerts;
import dev.forewarn.console.catalogue.Outcome;
import dev.forewarn.console.catalogue.Outcomes;
import dev.forewarn.console.step.StepRequest;
import dev.forewarn.console.step.StepSent;
import dev.forewarn.console.step.Steps;
import dev.forewarn.core.handling.Step;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Alerts, one at a time, and steps about them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "alerts")
class AlertApi {

    private final Alerts alerts;
    private final Steps steps;
    private final Outcomes outcomes;

    AlertApi(Alerts alerts, Steps steps, Outcomes outcomes) {
        this.alerts = alerts;
        this.steps = steps;
        this.outcomes = outcomes;
    }

    @GetMapping("/alerts/{id}")
    @Operation(summary = "Everything about an alert: why it is, its life, the papers behind it")
    AlertDetail alert(Viewer viewer, @PathVariable String id) {
        return alerts.find(viewer, id).orElseThrow(() -> notFound(id));
    }

    @GetMapping("/alerts/{id}/steps")
    @Operation(summary = "The steps that you may take about it now")
    List<String> offered(Viewer viewer, @PathVariable String id) {
        return steps.offered(viewer, alerts.message(viewer, id).orElseThrow(() -> notFound(id))).stream()
                .map(Step::wireName)
                .toList();
    }

    @PostMapping("/alerts/{id}/steps")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Takes a step: it is written to the log, and the engine answers with a new revision or a refusal")
    StepSent take(Viewer viewer, @PathVariable String id, @RequestBody StepRequest request) {
        return steps.take(viewer, id, request);
    }

    @GetMapping("/outcomes")
    @Operation(summary = "What feedback may say was found, as the live catalogue lists it")
    List<Outcome> outcomes() {
        return outcomes.all();
    }

    private static ResponseStatusException notFound(String id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no alert " + id + " for you");
    }
}
