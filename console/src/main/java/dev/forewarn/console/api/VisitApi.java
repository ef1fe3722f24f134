package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.form.BadVisit;
import dev.forewarn.console.form.Form;
import dev.forewarn.console.form.Forms;
import dev.forewarn.console.form.Visit;
import dev.forewarn.console.form.Visits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The one form: checklists, drafts of visits, and recording them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "visits")
class VisitApi {

    private final Visits visits;
    private final Forms forms;

    VisitApi(Visits visits, Forms forms) {
        this.visits = visits;
        this.forms = forms;
    }

    /**
     * A visit to begin.
     *
     * @param forms names of checklists, at least one
     * @param alert number of the alert that is its basis; empty if a plan is
     */
    record Begin(
            String entityId, List<String> forms, @Nullable String alert) {
        Begin {
            forms = List.copyOf(forms);
        }
    }

    /** A fact that a visit became. */
    record Fact(String type, String eventId, String recordKey) {}

    @GetMapping("/forms")
    @Operation(summary = "The checklists of your domains")
    List<Form> forms(Viewer viewer) {
        return forms.of(viewer);
    }

    @GetMapping("/visits")
    @Operation(summary = "Your visits, drafts first")
    List<Visit> own(Viewer viewer) {
        return visits.own(viewer);
    }

    @GetMapping("/visits/{id}")
    @Operation(summary = "A visit of yours")
    Visit visit(Viewer viewer, @PathVariable String id) {
        return visits.find(viewer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "you have no visit " + id));
    }

    @PostMapping("/visits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a draft")
    Visit begin(Viewer viewer, @RequestBody Begin begin) {
        return visits.begin(viewer, begin.entityId(), begin.forms(), begin.alert() == null ? "" : begin.alert());
    }

    @PutMapping("/visits/{id}/answers")
    @Operation(
            summary = "Keeps what was filled in, in place of what there was",
            description = "Fields: task, kind (routine, unannounced, special), basis (plan, alert), basis-number,"
                    + " certificate-1, certificate-2, at (local time such as 2026-03-31T17:30), remark; for each checklist"
                    + " order.FORM and due.FORM (a day); for each item answer.FORM.ITEM (pass, fail, none) and"
                    + " note.FORM.ITEM.")
    Visit keep(Viewer viewer, @PathVariable String id, @RequestBody Map<String, String> answers) {
        return visits.keep(viewer, id, answers);
    }

    @PostMapping("/visits/{id}/record")
    @Operation(summary = "Writes what the draft says to the log")
    List<Fact> record(Viewer viewer, @PathVariable String id) {
        return visits.record(viewer, id).stream()
                .map(event -> new Fact(event.getType(), event.getEventId(), event.getRecordKey()))
                .toList();
    }

    @DeleteMapping("/visits/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throws a draft away")
    void discard(Viewer viewer, @PathVariable String id) {
        visits.discard(viewer, id);
    }

    @ExceptionHandler
    ProblemDetail faults(BadVisit bad) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(bad.getMessage()));
        problem.setProperty("faults", bad.faults());
        return problem;
    }
}
