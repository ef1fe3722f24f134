package dev.forewarn.console.api;

import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.query.BadRequest;
import dev.forewarn.console.step.StepRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells programs what went wrong, as problem details (RFC 9457). */
@RestControllerAdvice("dev.forewarn.console.api")
class ApiFailures extends ResponseEntityExceptionHandler {

    @ExceptionHandler
    ProblemDetail badRequest(BadRequest failure) {
        return problem(HttpStatus.BAD_REQUEST, failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail forbidden(Forbidden failure) {
        return problem(HttpStatus.FORBIDDEN, failure.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(StepRefused failure) {
        HttpStatus status = switch (failure.reason()) {
            case "unknown-alert" -> HttpStatus.NOT_FOUND;
            case "bad-disposal" -> HttpStatus.UNPROCESSABLE_CONTENT;
            case "log-away" -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.CONFLICT;
        };
        ProblemDetail problem = problem(status, failure.getMessage());
        problem.setProperty("reason", failure.reason());
        return problem;
    }

    /** A value that the database cannot hold or compare: of a year that it does not know, with a zero in a text. */
    @ExceptionHandler
    ProblemDetail badValue(DataIntegrityViolationException failure) {
        return problem(HttpStatus.BAD_REQUEST, "a value is not one that the database can hold");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail databaseAway(Exception failure) {
        logger.warn("a request failed: " + failure.getMessage());
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "the database does not answer; try again");
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
    }
}
