package dev.forewarn.core.assess;

import java.util.List;

/**
 * A class that time alone will bring, if no further event comes.
 *
 * @param day first day on which it holds
 * @param label the fused class
 * @param because ids of the indicators and direct rules that bring it about, the strongest first
 */
public record ForecastStep(int day, String domain, int score, String label, List<String> because) {
    public ForecastStep {
        because = List.copyOf(because);
    }
}
