package dev.forewarn.console.entity;

import dev.forewarn.console.access.Scope;
import dev.forewarn.console.message.AssessmentMessage;
import dev.forewarn.console.message.Standing;
import java.util.List;
import java.util.function.Function;

/**
 * What of a business somebody sees whose scope names domains: the profile, and what is of these domains. What speaks of
 * all domains at once is left out, or said of those that are seen.
 */
final class Within {

    private final Scope scope;

    Within(Scope scope) {
        this.scope = scope;
    }

    /** An assessment as far as it is seen; the headline is the worst class of the domains that are. */
    AssessmentMessage seen(AssessmentMessage all) {
        if (scope.domains().isEmpty()) {
            return all;
        }
        List<Standing> standings = of(all.standings(), Standing::domain);
        return new AssessmentMessage(
                all.entityId(),
                all.at(),
                all.day(),
                all.cause(),
                all.registered(),
                all.entityName(),
                all.entityKind(),
                all.status(),
                all.division(),
                all.grid(),
                all.codeValid(),
                standings.stream()
                        .map(Standing::fusedClass)
                        .max(String::compareTo)
                        .orElse(""),
                standings,
                of(all.contributions(), part -> part.domain()),
                null,
                all.facts(),
                all.saturated(),
                all.warmingUpUntil(),
                all.catalogueVersion(),
                "",
                "",
                all.truncated(),
                of(all.directRules(), rule -> rule.domain()),
                of(all.changes(), change -> change.domain()),
                of(all.forecast(), step -> step.domain()),
                of(all.waysDown(), way -> way.domain()),
                all.sources());
    }

    /** Those whose domain is seen. */
    <T> List<T> of(List<T> items, Function<T, String> domain) {
        return items.stream()
                .filter(item -> scope.seesDomain(domain.apply(item)))
                .toList();
    }
}
