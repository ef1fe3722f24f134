package dev.forewarn.console.web;

import dev.forewarn.console.access.Forbidden;
import dev.forewarn.console.query.BadRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ResponseStatusException;

/** Tells on a page what went wrong and what to do. */
@ControllerAdvice("dev.forewarn.console.web")
class Failures {

    @ExceptionHandler
    String badRequest(BadRequest failure, Model model, HttpServletResponse response) {
        return page(HttpServletResponse.SC_BAD_REQUEST, failure.getMessage(), model, response);
    }

    @ExceptionHandler
    String forbidden(Forbidden failure, Model model, HttpServletResponse response) {
        return page(HttpServletResponse.SC_FORBIDDEN, failure.getMessage(), model, response);
    }

    @ExceptionHandler
    String status(ResponseStatusException failure, Model model, HttpServletResponse response) {
        return page(failure.getStatusCode().value(), failure.getReason(), model, response);
    }

    /** A value that the database cannot hold or compare: of a year that it does not know, with a zero in a text. */
    @ExceptionHandler
    String badValue(DataIntegrityViolationException failure, Model model, HttpServletResponse response) {
        return page(HttpServletResponse.SC_BAD_REQUEST, "", model, response);
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    String databaseAway(Exception failure, Model model, HttpServletResponse response) {
        return page(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "", model, response);
    }

    private static String page(
            int status, @org.jspecify.annotations.Nullable String detail, Model model, HttpServletResponse response) {
        response.setStatus(status);
        model.addAttribute("status", status);
        model.addAttribute("detail", detail == null ? "" : detail);
        return "error";
    }
}
