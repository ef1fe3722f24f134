package dev.forewarn.console.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UserFileTest {

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        String hash = String.valueOf(new BCryptPasswordEncoder(4).encode("a long password"));
        return Files.writeString(folder.resolve("users.yaml"), text.replace("HASH", hash));
    }

    @Test
    void usersHaveRolesAndScopes() throws Exception {
        Map<String, Account> accounts = UserFile.read(file("""
                users:
                  - id: wang
                    name: 王芳
                    unit: drug section
                    password: "HASH"
                    roles: [team, leader]
                    domains: [drug]
                    divisions: [3606]
                """));
        Viewer wang = java.util.Objects.requireNonNull(accounts.get("wang")).viewer();
        assertThat(wang)
                .isEqualTo(new Viewer(
                        "wang",
                        "王芳",
                        "drug section",
                        Set.of(Role.TEAM, Role.LEADER),
                        new Scope(Set.of("drug"), Set.of("3606"), Set.of())));
    }

    @Test
    void allFaultsAreToldAtOnce() throws Exception {
        Path file = file("""
                users:
                  - {id: a, password: plain, roles: [boss]}
                  - {id: b, password: "HASH", roles: [grid]}
                  - {id: b, password: "HASH", roles: [leader]}
                  - {id: b, password: "HASH", roles: [leader]}
                  - {password: "HASH"}
                """);
        assertThatThrownBy(() -> UserFile.read(file))
                .isInstanceOf(BadAccess.class)
                .hasMessageContaining("user 1 (a): its password is no bcrypt hash; 'forewarn console --hash' makes one")
                .hasMessageContaining("user 1 (a): there is no role 'boss'; there are monitor, team")
                .hasMessageContaining("user 2 (b): somebody of a grid needs grids or divisions")
                .hasMessageContaining("user 4 (b): its id stands there twice")
                .hasMessageContaining("user 5: it has no id")
                .hasMessageContaining("user 5: it has no roles");
    }

    @Test
    void whatIsMisspeltOrMissingIsTold() throws Exception {
        Path misspelt = file("users:\n  - {id: a, password: \"HASH\", roles: [leader], domain: [drug]}\n");
        assertThatThrownBy(() -> UserFile.read(misspelt)).hasMessageContaining("users[0].domain");
        assertThatThrownBy(() -> UserFile.read(folder.resolve("none.yaml"))).hasMessageContaining("there is no file");
        Path empty = file("people: []\n");
        assertThatThrownBy(() -> UserFile.read(empty)).hasMessageContaining("no list 'users'");
        Path broken = file("users: [\n");
        assertThatThrownBy(() -> UserFile.read(broken)).hasMessageContaining("cannot be read");
    }
}
