package dev.forewarn.console.message;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages from the JSON in which they are kept, whose names are those of the Avro schemas. */
public final class Messages {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Messages() {}

    public static AlertMessage alert(String json) {
        return MAPPER.readValue(json, AlertMessage.class);
    }

    /** The attributes of an event. */
    public static Map<String, String> attributes(String json) {
        Map<String, String> attributes = new HashMap<>();
        MAPPER.readTree(json)
                .path("attributes")
                .properties()
                .forEach(one -> attributes.put(one.getKey(), one.getValue().asString("")));
        return attributes;
    }

    public static AssessmentMessage assessment(String json) {
        return MAPPER.readValue(json, AssessmentMessage.class);
    }
}
