package dev.forewarn.console.webhook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The webhooks of this console, as its file names them when it starts. */
@Component
public class Hooks {

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);

    private final List<Hook> all;

    @Autowired
    Hooks(WebhookSettings settings) {
        this(settings.file().isEmpty() ? List.of() : HooksFile.read(Path.of(settings.file()), Hooks::variable));
        all.forEach(hook -> LOG.info("webhook {} tells {} {}", hook.name(), hook.sends(), hook.address()));
    }

    Hooks(List<Hook> all) {
        this.all = List.copyOf(all);
    }

    private static @Nullable String variable(String name) {
        return System.getenv(name);
    }

    List<Hook> all() {
        return all;
    }

    /** Names of those that take what is escalated. */
    public Set<String> namesForEscalation() {
        return all.stream()
                .filter(hook -> hook.sends().contains(Hook.Kind.ESCALATION))
                .map(Hook::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<Hook> named(String name) {
        return all.stream().filter(hook -> hook.name().equals(name)).findFirst();
    }
}
