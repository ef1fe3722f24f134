package dev.forewarn.console.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A file of users, all with the password of tests. */
final class TestUsers {

    /** Quick, since every test makes one. */
    private static final int STRENGTH = 4;

    private TestUsers() {}

    /** Writes the file; gives the setting that names it. */
    static String in(Path folder) throws IOException {
        String hash = new BCryptPasswordEncoder(STRENGTH).encode(TestConsole.PASSWORD);
        Path file = folder.resolve("users.yaml");
        Files.writeString(file, """
                users:
                  - {id: drug, name: Drug team, unit: drug section, password: "HASH", roles: [team], domains: [drug]}
                  - {id: food, name: Food team, unit: food section, password: "HASH", roles: [team], domains: [food-sale]}
                  - {id: centre, name: Centre, unit: centre, password: "HASH", roles: [monitor]}
                  - {id: grid3, unit: station, password: "HASH", roles: [grid], grids: [G-3]}
                  - {id: system, unit: office, password: "HASH", roles: [system-admin]}
                  - {id: auditor, unit: audit, password: "HASH", roles: [audit-admin]}
                """.replace("HASH", String.valueOf(hash)));
        return "--forewarn.console.access.users=" + file;
    }
}
