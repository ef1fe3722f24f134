package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Page;
import dev.forewarn.console.webhook.Deliveries;
import dev.forewarn.console.webhook.Deliveries.Delivery;
import dev.forewarn.console.webhook.Deliveries.DeliveryDetail;
import dev.forewarn.console.webhook.Deliveries.HookCounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was told to systems without Kafka, and what could not be. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "webhooks")
class WebhookApi {

    private static final int LARGEST_SIZE = 500;

    private final Deliveries deliveries;

    WebhookApi(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    @Operation(summary = "Each webhook with how many messages wait, were delivered, were given up")
    List<HookCounts> counts(Viewer viewer) {
        return deliveries.counts(viewer);
    }

    @GetMapping("/deliveries")
    @Operation(summary = "Deliveries, newest first", description = "state: waiting, delivered, dead")
    Page<Delivery> list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String hook,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 1 || size < 1 || size > LARGEST_SIZE) {
            throw new BadRequest("page begins with 1, and size is from 1 to " + LARGEST_SIZE + "; got page " + page
                    + " and size " + size);
        }
        return deliveries.list(viewer, state, hook, page, size);
    }

    @GetMapping("/deliveries/{id}")
    @Operation(summary = "A delivery with every attempt")
    DeliveryDetail delivery(Viewer viewer, @PathVariable long id) {
        return deliveries
                .find(viewer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no delivery " + id));
    }

    @PostMapping("/resend")
    @Operation(summary = "Sends again all that was given up", description = "hook: to which; without it, to all")
    Resent resendAll(Viewer viewer, @RequestParam(defaultValue = "") String hook) {
        return new Resent(deliveries.resendAll(viewer, hook));
    }

    /** How many are sent again. */
    record Resent(int deliveries) {}

    @PostMapping("/deliveries/{id}/resend")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends a message again that was given up")
    void resend(Viewer viewer, @PathVariable long id) {
        if (!deliveries.resend(viewer, id)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "there is no delivery " + id + " that was given up; only those are sent again");
        }
    }
}
