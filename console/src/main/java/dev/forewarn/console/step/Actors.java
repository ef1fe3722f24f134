package dev.forewarn.console.step;

import dev.forewarn.console.access.Viewer;
import dev.forewarn.console.config.ConsoleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Under which name persons go into the log: a salted hash of their account, never the account. Whose hash it is stands
 * in the console's own database, so that its pages can say who did what.
 */
@Component
public class Actors {

    private static final String SALT_FILE = "actor-salt";
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 16;

    private final JdbcClient jdbc;
    private final SecretKeySpec key;

    Actors(JdbcClient jdbc, ConsoleSettings settings) {
        this.jdbc = jdbc;
        String salt = settings.salt().isEmpty() ? salt(settings.data()) : settings.salt();
        this.key = new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The salt of the folder, made the first time. */
    private static String salt(Path folder) {
        Path file = folder.resolve(SALT_FILE);
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[SALT_BYTES];
                new SecureRandom().nextBytes(fresh);
                Files.createDirectories(folder);
                Files.writeString(file, HexFormat.of().formatHex(fresh), StandardOpenOption.CREATE_NEW);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or made; name another folder or set a salt", e);
        }
    }

    /** The hash of somebody, who is known by it from now on. */
    String hash(Viewer viewer) {
        String hash = hashOf(viewer.id());
        int known = jdbc.sql("UPDATE person SET name = :name, unit = :unit WHERE actor_id_hash = :hash")
                .param("name", viewer.name())
                .param("unit", viewer.unit())
                .param("hash", hash)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO person (actor_id_hash, account, name, unit) VALUES (:hash, :account, :name, :unit)")
                    .param("hash", hash)
                    .param("account", viewer.id())
                    .param("name", viewer.name())
                    .param("unit", viewer.unit())
                    .update();
        }
        return hash;
    }

    /** The hash of an id of a person. */
    public String hashOf(String account) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] hash = mac.doFinal(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
