package dev.forewarn.console.access;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Who may log in: those of the file of users; without one a local account, from this machine only. */
@Configuration(proxyBeanMethods = false)
class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final String LOCAL = "local";
    private static final int PASSWORD_LENGTH = 16;
    /** Without those that are taken for each other. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RecentMatches(new BCryptPasswordEncoder());
    }

    @Bean
    UserDetailsService knownAccounts(
            PasswordEncoder encoder,
            AccessSettings settings,
            ServerProperties server,
            ObjectProvider<ClientRegistrationRepository> provider) {
        Map<String, Account> accounts = accounts(encoder, settings, server, provider.getIfAvailable() != null);
        return name -> {
            Account account = accounts.get(name);
            if (account == null) {
                throw new UsernameNotFoundException(name);
            }
            return account.forLogin();
        };
    }

    private static Map<String, Account> accounts(
            PasswordEncoder encoder, AccessSettings settings, ServerProperties server, boolean hasProvider) {
        if (settings.users() != null) {
            Map<String, Account> accounts = UserFile.read(settings.users());
            LOG.info("{} users of {} may log in", accounts.size(), settings.users());
            return accounts;
        }
        if (hasProvider) {
            return Map.of();
        }
        requireLoopback(server.getAddress());
        return Map.of(LOCAL, local(encoder, settings));
    }

    private static void requireLoopback(@org.jspecify.annotations.Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new BadAccess("the console is to listen on "
                    + (address == null ? "every address" : address.getHostAddress())
                    + ", where others reach it, and nobody has said who may use it: name a file of users"
                    + " (forewarn.console.access.users, or 'forewarn console --users FILE') or an identity provider, or listen on"
                    + " 127.0.0.1");
        }
    }

    private static Account local(PasswordEncoder encoder, AccessSettings settings) {
        String password = settings.localPassword().isEmpty() ? password() : settings.localPassword();
        if (settings.localPassword().isEmpty()) {
            LOG.info("log in as {} with the password {}", LOCAL, password);
        }
        Viewer viewer = new Viewer(LOCAL, LOCAL, settings.unit(), EnumSet.allOf(Role.class), Scope.ALL);
        return new Account(viewer, String.valueOf(encoder.encode(password)));
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
