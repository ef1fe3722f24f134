package dev.forewarn.console.access;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the console.
 *
 * @param users file of users; null for the local account alone
 * @param localPassword password of the local account; empty for one that is made at the start and printed
 * @param unit of the local account, as it stands in steps
 * @param informants names of attributes that lead to a person who complained or reported, hashed as they are
 * @param oidc how users of an identity provider are known
 */
@ConfigurationProperties("forewarn.console.access")
public record AccessSettings(
        @Nullable Path users,
        @DefaultValue("") String localPassword,
        @DefaultValue("monitoring centre") String unit,

        @DefaultValue({"complainant", "informant", "reporter"})
        Set<String> informants,

        @DefaultValue Oidc oidc) {

    public AccessSettings {
        informants = Set.copyOf(informants);
    }

    /**
     * Which claims of a token say what.
     *
     * @param roles claim with a list of roles, as in the file of users
     * @param unit claim with the unit
     * @param domains claim with a list of domains; none in the token means no bound
     * @param divisions claim with a list of divisions
     * @param grids claim with a list of grids
     */
    public record Oidc(
            @DefaultValue("forewarn_roles") String roles,
            @DefaultValue("forewarn_unit") String unit,
            @DefaultValue("forewarn_domains") String domains,
            @DefaultValue("forewarn_divisions") String divisions,
            @DefaultValue("forewarn_grids") String grids) {}
}
