package dev.forewarn.core.assess;

import java.util.List;

/**
 * A counterfactual: what would have to cease for a better class today.
 *
 * @param ids indicators and direct rules that would find nothing any more
 * @param label the fused class that would be left
 */
public record WayDown(String domain, List<String> ids, String label) {
    public WayDown {
        ids = List.copyOf(ids);
    }
}
