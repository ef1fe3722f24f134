package dev.forewarn.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything, and pages ask for nothing else. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9._-]*)");

    @Test
    void whatOneLanguageSaysTheOtherSaysToo() throws IOException {
        List<Path> chinese = files(MESSAGES, "_zh.properties");
        assertThat(chinese).isNotEmpty();
        for (Path file : chinese) {
            Path english = MESSAGES.resolve(file.getFileName().toString().replace("_zh.", "_en."));
            assertThat(read(english).stringPropertyNames())
                    .as("keys of " + english)
                    .isEqualTo(read(file).stringPropertyNames());
        }
        assertThat(files(MESSAGES, "_en.properties")).hasSameSizeAs(chinese);
    }

    @Test
    void nothingIsSaidTwiceOrEmpty() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Path file : files(MESSAGES, "_en.properties")) {
            Properties said = read(file);
            said.stringPropertyNames().forEach(key -> {
                assertThat(seen.add(key)).as(key + " stands in one file only").isTrue();
                assertThat(said.getProperty(key)).as(key).isNotBlank();
            });
        }
    }

    @Test
    void pagesAskForNothingElse() throws IOException {
        Set<String> known = new HashSet<>();
        for (Path file : files(MESSAGES, "_zh.properties")) {
            known.addAll(read(file).stringPropertyNames());
        }
        List<String> unknown = new ArrayList<>();
        for (Path page : files(TEMPLATES, ".html")) {
            Matcher keys = KEY.matcher(Files.readString(page));
            while (keys.find()) {
                if (!known.contains(keys.group(1))) {
                    unknown.add(page.getFileName() + ": " + keys.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
