package dev.forewarn.console.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** What would have to cease for a better class today. */
public record WayDown(
        String domain,
        List<String> ids,
        @JsonProperty("class") String fusedClass) {}
