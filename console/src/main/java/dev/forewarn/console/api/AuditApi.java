package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.audit.Deed;
import dev.forewarn.console.audit.Deeds;
import dev.forewarn.console.audit.Deeds.Wanted;
import dev.forewarn.console.query.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for those who audit. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "audit")
class AuditApi {

    private final Deeds deeds;

    AuditApi(Deeds deeds) {
        this.deeds = deeds;
    }

    @GetMapping("/audit")
    @Operation(summary = "Logins, steps, changes, exports and refusals, the newest first")
    Page<Deed> audit(
            Viewer viewer,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size) {
        return deeds.find(viewer, new Wanted(account, action, outcome, page, size));
    }
}
