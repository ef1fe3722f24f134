package dev.forewarn.core.catalogue;

import dev.forewarn.core.indicator.DayCondition;
import dev.forewarn.core.indicator.Label;
import dev.forewarn.core.score.Effect;

/**
 * A rule that moves a class whatever the score (直接判定).
 *
 * @param id unique in its scheme, such as {@code DJ7}
 * @param when looks at readings only
 * @param basis legal or local ground, named in every explanation; may be empty
 */
public record DirectRule(String id, Label name, DayCondition when, Effect effect, String basis) {}
