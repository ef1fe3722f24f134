package dev.forewarn.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTextTest {

    @TempDir
    private Path folder;

    @Test
    void pointsAndClassesAreReplacedAndNothingElseMoves() throws IOException {
        Files.writeString(folder.resolve("food.yaml"), """
                # 头注 stays
                scheme: food
                classes: [{class: A, below: 10}, {class: B}]
                indicators:
                  F1:
                    name: {zh: 违规, en: findings}
                    points: {each: 1, cap: 3} # dear
                  F2:
                    points:
                      bands:
                        - {from: 1, points: 2}

                    read: last(x)
                """);
        CatalogueText text = CatalogueText.read(folder);
        text.replace(
                "food",
                Map.of("F1", "{each: 7, cap: 3}", "F2", "{bands: [{from: 1, points: 9}]}"),
                "[{class: A, below: 20}, {class: B}]",
                "once");
        text.replace("food", Map.of(), null, "twice");
        assertThat(text.files().get("food.yaml")).isEqualTo("""
                # Points fitted by 'forewarn calibrate' twice
                # 头注 stays
                scheme: food
                classes: [{class: A, below: 20}, {class: B}]
                indicators:
                  F1:
                    name: {zh: 违规, en: findings}
                    points: {each: 7, cap: 3} # dear
                  F2:
                    points:
                      {bands: [{from: 1, points: 9}]}

                    read: last(x)
                """);
    }

    @Test
    void onlyItsOwnOlderFitsAreOverwritten() throws IOException {
        Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(catalogue.resolve("a.yaml"), "scheme: general\n");
        CatalogueText text = CatalogueText.read(catalogue);
        text.requireOwn(folder.resolve("new"));
        text.requireOwn(Files.createDirectories(folder.resolve("empty")));
        assertThatThrownBy(() -> text.requireOwn(catalogue)).hasMessageContaining("was not fitted");
        assertThatThrownBy(() -> text.requireOwn(catalogue.resolve("a.yaml"))).hasMessageContaining("must be a folder");

        text.replace("general", Map.of(), null, "once");
        text.write(catalogue);
        text.requireOwn(catalogue);
        Files.writeString(catalogue.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> text.requireOwn(catalogue)).hasMessageContaining("notes.txt is there");
    }

    @Test
    void pointsThatTwoIndicatorsShareMustBeWrittenOut() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                scheme: general
                indicators:
                  F1: {points: &same {each: 1, cap: 3}}
                  F2: {points: *same}
                """);
        CatalogueText text = CatalogueText.read(folder);
        assertThatThrownBy(() -> text.replace("general", Map.of("F1", "{}", "F2", "{}"), null, null))
                .hasMessageContaining("alias");
    }
}
