package dev.forewarn.console.alert;

import dev.forewarn.console.access.AccessSettings;
import dev.forewarn.console.alert.AlertDetail.Paper;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of papers what leads to a person who complained or reported, if only as a hash. */
@Component
final class Informants {

    private static final JsonMapper JSON = new JsonMapper();

    private final Set<String> attributes;

    @Autowired
    Informants(AccessSettings settings) {
        this(settings.informants());
    }

    Informants(Set<String> attributes) {
        this.attributes = Set.copyOf(attributes);
    }

    Paper leftOutOf(Paper paper) {
        if (attributes.stream().noneMatch(paper.message()::contains)) {
            return paper;
        }
        JsonNode message = JSON.readTree(paper.message());
        if (message.get("attributes") instanceof ObjectNode own) {
            own.remove(attributes);
        }
        return paper.withMessage(message.toString());
    }
}
