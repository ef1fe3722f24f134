package dev.forewarn.console.api;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.intake.BadEvents;
import dev.forewarn.console.intake.Intake;
import dev.forewarn.console.intake.Intake.Taken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where source systems without Kafka hand in events. */
@RestController
@Tag(name = "intake")
class IntakeApi {

    private final Intake intake;

    IntakeApi(Intake intake) {
        this.intake = intake;
    }

    @PostMapping("/api/v1/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Hands in an event, or a list of at most 500",
            description =
                    "The fields are those of docs/EVENTS.md without recorded_at, which is stamped here; times are ISO"
                            + " 8601 with their offset, or ms since 1970. All are checked before any is written, and all faults are"
                            + " told at once. The same source and event_id with the same content again is answered with"
                            + " repeated: true and not written again, so send until there is an answer.")
    List<Taken> take(Viewer viewer, @RequestBody JsonNode body) {
        return intake.take(viewer, body);
    }

    @ExceptionHandler
    ProblemDetail faults(BadEvents bad) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(bad.getMessage()));
        problem.setProperty("faults", bad.faults());
        return problem;
    }
}
