package dev.forewarn.core.assess;

import java.util.List;

/**
 * A class that time alone will bring, if no further event comes.
 *
 * @param day first day on which it holds
 * @param label the fused class
 * @param because ids of the direct rules, indicators and mitigations that bring it about, the strongest first; a direct
 *     rule is stronger than any score
 */
public record ForecastStep(int day, String domain, int score, String label, List<String> because) {
    public ForecastStep {
        because = List.copyOf(because);
    }
}
