package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.entity.Entities;
import dev.forewarn.console.entity.EntityDetail;
import dev.forewarn.console.entity.EntityRow;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Businesses. */
@RestController
@RequestMapping("/api/v1/entities")
@Tag(name = "entities")
class EntityApi {

    private static final int LARGEST_SIZE = 500;

    private final Entities entities;

    EntityApi(Entities entities) {
        this.entities = entities;
    }

    @GetMapping
    @Operation(summary = "Businesses by part of their name or id, the worst classed first")
    Page<EntityRow> search(
            Viewer viewer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        if (page < 1 || size < 1 || size > LARGEST_SIZE) {
            throw new BadRequest("page begins with 1, and size is from 1 to " + LARGEST_SIZE + "; got page " + page
                    + " and size " + size);
        }
        return entities.search(viewer, text, page, size);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Where a business stands and stood, with its facts and alerts")
    EntityDetail entity(Viewer viewer, @PathVariable String id) {
        return entities.find(viewer, id)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no business " + id + " for you"));
    }
}
