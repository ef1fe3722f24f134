package dev.forewarn.console.webhook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Writes the bodies of messages. */
final class Body {

    /** Media type of a CloudEvent in one piece. */
    static final String CLOUD_EVENT = "application/cloudevents+json";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final JsonMapper MAPPER = new JsonMapper();

    private Body() {}

    /**
     * A CloudEvent, version 1.0, in structured mode.
     *
     * @param data JSON
     */
    static String cloudEvent(String id, String source, String type, String subject, Instant at, String data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", at.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", MAPPER.readTree(data));
        return MAPPER.writeValueAsString(event);
    }

    /**
     * A template with its placeholders filled, each value written so that it cannot break out of the body: in JSON as
     * part of a text, in a form encoded.
     */
    static String filled(String template, String contentType, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found ->
                        Matcher.quoteReplacement(escaped(values.getOrDefault(found.group(1), ""), contentType)));
    }

    private static String escaped(String value, String contentType) {
        if (contentType.contains("json")) {
            String quoted = MAPPER.writeValueAsString(value);
            return quoted.substring(1, quoted.length() - 1);
        }
        return contentType.contains("form-urlencoded") ? URLEncoder.encode(value, StandardCharsets.UTF_8) : value;
    }
}
