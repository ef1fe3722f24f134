package dev.forewarn.console.access;

import java.security.SecureRandom;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may log in: a local account with a password that is made and printed at the start. */
@Configuration(proxyBeanMethods = false)
class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final String LOCAL = "local";
    private static final int PASSWORD_LENGTH = 16;
    /** Without those that are taken for each other. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService knownAccounts(PasswordEncoder encoder, AccessSettings settings) {
        String password = settings.localPassword().isEmpty() ? password() : settings.localPassword();
        String hash = encoder.encode(password);
        if (settings.localPassword().isEmpty()) {
            LOG.info("log in as {} with the password {}", LOCAL, password);
        }
        Viewer viewer = new Viewer(LOCAL, LOCAL, settings.unit(), EnumSet.allOf(Role.class), Scope.ALL);
        return name -> {
            if (!name.equals(LOCAL)) {
                throw new UsernameNotFoundException(name);
            }
            return new Account(viewer, java.util.Objects.requireNonNull(hash));
        };
    }

    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
