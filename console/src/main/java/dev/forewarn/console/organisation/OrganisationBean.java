package dev.forewarn.console.organisation;

import dev.forewarn.console.webhook.Hooks;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The organisation of this console, as its file says it when the console starts. */
@Configuration(proxyBeanMethods = false)
class OrganisationBean {

    @Bean
    Organisation organisation(OrganisationSettings settings, Hooks hooks) {
        return settings.file().isEmpty()
                ? Organisation.NONE
                : OrganisationFile.read(Path.of(settings.file()), hooks.namesForEscalation());
    }
}
