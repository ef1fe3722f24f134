package dev.forewarn.console.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers a {@link Viewer} as a parameter: who has logged in. */
@Configuration(proxyBeanMethods = false)
public class Viewers implements WebMvcConfigurer {

    /** Who a principal is; empty before the login. */
    public static Optional<Viewer> of(@Nullable Object principal) {
        return principal instanceof Person person ? Optional.of(person.viewer()) : Optional.empty();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Resolver());
    }

    private static final class Resolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Viewer.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            return of(login == null ? null : login.getPrincipal())
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody has logged in"));
        }
    }
}
