package dev.forewarn.console.webhook;

import dev.forewarn.avro.Family;
import dev.forewarn.avro.Level;
import dev.forewarn.console.document.BadDocument;
import dev.forewarn.console.document.Documents;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file of webhooks, as it is written. */
record HooksFile(Map<String, Entry> webhooks) {

    private static final int SHORTEST_SECRET = 16;

    HooksFile {
        webhooks = Map.copyOf(webhooks);
    }

    /** One webhook; what is not said has a default. */
    record Entry(
            String url,
            @Nullable String secretFile,
            @Nullable String secretEnv,
            @Nullable Set<String> sends,
            @Nullable Set<Level> levels,
            @Nullable Set<String> domains,
            @Nullable Set<Family> families,
            @Nullable String template,
            @Nullable String contentType,
            @Nullable Duration timeout,
            @Nullable Integer attempts,
            @Nullable Duration firstWait,
            @Nullable Duration longestWait,
            @Nullable Duration notOlderThan) {}

    /**
     * Reads a file.
     *
     * @param environment where secrets may stand
     * @throws BadDocument with all faults
     */
    static List<Hook> read(Path file, Function<String, @Nullable String> environment) {
        HooksFile document = Documents.read(file, "webhooks", HooksFile.class);
        List<String> faults = new ArrayList<>();
        List<Hook> hooks = new ArrayList<>();
        new TreeMap<>(document.webhooks())
                .forEach((name, entry) -> hooks.add(hook(name, entry, file, environment, faults)));
        if (!faults.isEmpty()) {
            throw new BadDocument(file.toString(), faults);
        }
        return List.copyOf(hooks);
    }

    private static Hook hook(
            String name, Entry entry, Path file, Function<String, @Nullable String> environment, List<String> faults) {
        String secret = secret(name, entry, file, environment, faults);
        if (secret.length() < SHORTEST_SECRET) {
            faults.add("/webhooks/" + name + ": its secret has " + secret.length() + " characters; it needs at least "
                    + SHORTEST_SECRET);
        }
        Set<Hook.Kind> sends = entry.sends() == null
                ? Set.of(Hook.Kind.ALERT)
                : Set.copyOf(entry.sends().stream()
                        .map(word -> Hook.Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT)))
                        .toList());
        return new Hook(
                name,
                URI.create(entry.url()),
                new Hook.Secret(secret),
                sends,
                or(entry.levels(), Set.of()),
                or(entry.domains(), Set.of()),
                or(entry.families(), Set.of()),
                or(entry.template(), ""),
                or(entry.contentType(), "application/json"),
                or(entry.timeout(), Duration.ofSeconds(10)),
                or(entry.attempts(), 12),
                or(entry.firstWait(), Duration.ofSeconds(5)),
                or(entry.longestWait(), Duration.ofHours(1)),
                or(entry.notOlderThan(), Duration.ofDays(1)));
    }

    private static String secret(
            String name, Entry entry, Path file, Function<String, @Nullable String> environment, List<String> faults) {
        if (entry.secretEnv() != null) {
            return or(environment.apply(entry.secretEnv()), "").strip();
        }
        Path secret = file.resolveSibling(Objects.requireNonNull(entry.secretFile()));
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            faults.add("/webhooks/" + name + "/secret-file: " + secret + " cannot be read: " + e);
            return "x".repeat(SHORTEST_SECRET);
        }
    }

    private static <T> T or(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}
