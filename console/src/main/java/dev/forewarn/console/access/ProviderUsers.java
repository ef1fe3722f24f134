package dev.forewarn.console.access;

import dev.forewarn.console.access.AccessSettings.Oidc;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Makes viewers of the users of an identity provider: its claims say roles and scope, as the settings name them. */
@Component
final class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OidcUserService provider = new OidcUserService();
    private final Oidc claims;

    ProviderUsers(AccessSettings settings) {
        this.claims = settings.oidc();
    }

    /** Somebody whom the provider vouches for. */
    private static final class ProviderUser extends DefaultOidcUser implements Person {

        private static final long serialVersionUID = 1;

        private final transient Viewer viewer;

        ProviderUser(OidcUser user, Viewer viewer) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.viewer = viewer;
        }

        @Override
        public Viewer viewer() {
            return viewer;
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        return new ProviderUser(user, viewer(user.getName(), user.getFullName(), user));
    }

    /**
     * Who this is.
     *
     * @throws OAuth2AuthenticationException if the claims give no role
     */
    Viewer viewer(String id, @Nullable String name, ClaimAccessor user) {
        Set<Role> roles = UserFile.roles(words(user, claims.roles()));
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    "access_denied", "the claim " + claims.roles() + " names no role of the console", null));
        }
        Scope scope =
                new Scope(words(user, claims.domains()), words(user, claims.divisions()), words(user, claims.grids()));
        if (roles.contains(Role.GRID)
                && scope.grids().isEmpty()
                && scope.divisions().isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    "access_denied", "somebody of a grid needs " + claims.grids() + " or " + claims.divisions(), null));
        }
        String unit = user.getClaimAsString(claims.unit());
        return new Viewer(id, name == null ? id : name, unit == null ? "" : unit, roles, scope);
    }

    private static Set<String> words(ClaimAccessor user, String claim) {
        Object value = user.getClaim(claim);
        Collection<?> all = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        Set<String> words = new TreeSet<>();
        all.forEach(word -> words.add(String.valueOf(word)));
        return words;
    }
}
