package dev.forewarn.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineOptionsTest {

    private static final Path EXAMPLE = Path.of("../../config/engine.yaml");

    @Test
    void keysAreLowerCaseWithDotsAndEachIsThereOnce() throws IllegalAccessException {
        assertThat(options())
                .extracting(ConfigOption::key)
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("forewarn\\.[a-z]+\\.[a-z-]+"));
    }

    @Test
    void everyOptionIsNamedAfterItsKeyAndDescribedInSentences() throws IllegalAccessException {
        for (Field field : fields()) {
            ConfigOption<?> option = (ConfigOption<?>) field.get(null);
            String fromKey = option.key().replaceFirst("forewarn\\.", "").replaceAll("[.-]", "_");
            assertThat(field.getName()).isEqualToIgnoringCase(fromKey);
            assertThat(Manual.description(option)).endsWith(".");
        }
    }

    @Test
    void noneIsMissingFromTheList() throws IllegalAccessException {
        assertThat(EngineOptions.all()).isEqualTo(options());
    }

    @Test
    void theExampleNamesEverySettingAndNoOther() throws IOException, IllegalAccessException {
        List<String> named = Files.readAllLines(EXAMPLE).stream()
                .map(line -> line.replaceFirst("^# (?=forewarn\\.)", ""))
                .filter(line -> line.startsWith("forewarn."))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        options().stream().map(ConfigOption::key).toList());
    }

    @Test
    void theExampleIsReadByFlinkAndSaysTheDefaults(@TempDir Path folder) throws IOException, IllegalAccessException {
        Files.copy(EXAMPLE, folder.resolve("config.yaml"));
        Configuration example = GlobalConfiguration.loadConfiguration(folder.toString());
        for (ConfigOption<?> option : options()) {
            if (option.hasDefaultValue()) {
                Object said = example.get(option);
                assertThat(said).as(option.key()).isEqualTo(option.defaultValue());
            }
        }
        assertThat(EngineConfig.of(example).kafka().bootstrapServers()).isEqualTo("localhost:9092");
    }

    @Test
    void defaultsAreSoundButForTheBrokers() {
        EngineConfig config =
                EngineConfig.of(Configuration.fromMap(Map.of("forewarn.kafka.bootstrap-servers", "broker:9092")));
        assertThat(config.clock().mode()).isEqualTo(ClockMode.WALL);
        assertThat(config.clock().until()).isNull();
        assertThat(config.kafka().topics().events()).isEqualTo("forewarn.events.v1");
    }

    static List<ConfigOption<?>> options() throws IllegalAccessException {
        List<ConfigOption<?>> options = new ArrayList<>();
        for (Field field : fields()) {
            options.add((ConfigOption<?>) field.get(null));
        }
        return options;
    }

    private static List<Field> fields() {
        return Arrays.stream(EngineOptions.class.getFields())
                .filter(field -> field.getType() == ConfigOption.class)
                .toList();
    }
}
