package dev.forewarn.console.catalogue;

import static dev.forewarn.console.catalogue.LiveBundle.map;
import static dev.forewarn.console.catalogue.LiveBundle.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The outcomes that the live catalogue knows. */
@Component
public class Outcomes {

    private final LiveBundle bundle;

    Outcomes(LiveBundle bundle) {
        this.bundle = bundle;
    }

    /** In the catalogue's order; empty while no catalogue was read. */
    public List<Outcome> all() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<?, ?> file : bundle.files()) {
            map(map(file.get("handling")).get("outcomes")).forEach((id, said) -> {
                Map<?, ?> names = map(map(said).get("name"));
                String key = String.valueOf(id);
                outcomes.add(new Outcome(
                        key,
                        text(names.get("zh"), key),
                        text(names.get("en"), key),
                        text(map(said).get("meaning"), "")));
            });
        }
        return List.copyOf(outcomes);
    }
}
