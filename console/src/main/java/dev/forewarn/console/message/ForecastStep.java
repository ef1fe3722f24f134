package dev.forewarn.console.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** A class that time alone will bring. */
public record ForecastStep(
        LocalDate day,
        String domain,
        int score,
        @JsonProperty("class") String fusedClass,
        List<String> because) {}
