package dev.forewarn.console.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The identity providers at which one may log in; none unless they are set. */
@Component
public class Providers {

    private final List<Provider> all = new ArrayList<>();

    Providers(ObjectProvider<ClientRegistrationRepository> known) {
        if (known.getIfAvailable() instanceof Iterable<?> registrations) {
            for (Object one : registrations) {
                if (one instanceof ClientRegistration registration) {
                    all.add(new Provider(registration.getRegistrationId(), registration.getClientName()));
                }
            }
        }
    }

    /**
     * One provider.
     *
     * @param id of its registration in the settings
     * @param name for people
     */
    public record Provider(String id, String name) {}

    public List<Provider> all() {
        return List.copyOf(all);
    }
}
