package dev.forewarn.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.console.access.AccessSettings.Oidc;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

class ProviderUsersTest {

    private final ProviderUsers users = new ProviderUsers(new AccessSettings(
            null, "", "centre", Set.of(), new Oidc("roles", "unit", "domains", "divisions", "grids")));

    private Viewer viewer(Map<String, Object> claims) {
        return users.viewer("u1", "Wang", () -> claims);
    }

    @Test
    void claimsSayRolesAndScope() {
        assertThat(viewer(Map.of(
                        "roles", List.of("team", "of-another-system"), "unit", "drug section", "domains", "drug")))
                .isEqualTo(new Viewer(
                        "u1",
                        "Wang",
                        "drug section",
                        Set.of(Role.TEAM),
                        new Scope(Set.of("drug"), Set.of(), Set.of())));
    }

    @Test
    void whoHasNoRoleOrNoGridIsRefused() {
        assertThatThrownBy(() -> viewer(Map.of("roles", List.of("boss"))))
                .isInstanceOf(OAuth2AuthenticationException.class);
        assertThatThrownBy(() -> viewer(Map.of("roles", List.of("grid"))))
                .isInstanceOf(OAuth2AuthenticationException.class);
    }
}
