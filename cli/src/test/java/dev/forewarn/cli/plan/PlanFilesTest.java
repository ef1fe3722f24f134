package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forewarn.cli.option.Refusal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFilesTest {

    @TempDir
    private Path folder;

    private static InspectionPlan plan(List<Business> businesses) {
        List<Line> lines = Towns.draw(businesses, "7", Towns.rules(""), OptionalInt.empty(), Map.of());
        return new InspectionPlan(
                new InspectionPlan.Setting(
                        "test",
                        Towns.MONTH,
                        "7",
                        ZoneId.of("Asia/Shanghai"),
                        null,
                        OptionalInt.empty(),
                        new Lot("7", Towns.MONTH).start(),
                        Map.of("file", "plan.yaml"),
                        new TreeMap<>(Map.of("A", "0.010000")),
                        new TreeMap<>(Map.of("abc", businesses.size())),
                        null,
                        0),
                lines,
                Map.of());
    }

    @Test
    void shippedRulesAreSound() {
        PlanRules rules = PlanRulesReader.read(Path.of("..", "config", "plan.yaml"));
        assertThat(rules.ratios()).containsEntry("A", 10_000).containsEntry("D", 1_000_000);
        assertThat(rules.floors()).isNotEmpty();
        assertThat(rules.caps()).isNotEmpty();
        assertThat(rules.keySupervision()).isNotEmpty();
    }

    @Test
    void allFaultsOfTheRulesAreToldAtOnce() {
        assertThatThrownBy(() -> PlanRulesReader.read(
                        "p.yaml",
                        "ratios: {A: 2}\nvisits: {fact: a.b}\nfloors: [{name: x, month: 3}]\ncaps: [{visits: -1}]\n"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("p.yaml:1:")
                .hasMessageContaining("'A' must be a number")
                .hasMessageContaining("'result' is required")
                .hasMessageContaining("unknown key 'month'")
                .hasMessageContaining("p.yaml:4:");
    }

    @Test
    void aKeptDrawIsReadAsItWasAndNeverWrittenOver() throws Exception {
        List<Business> town = List.of(
                new Business("=1+1", "甲, \"乙\"\n店", "", "360602", "", "D", new TreeMap<>(Map.of("general", "D"))),
                Towns.business("'=x", "general", "A"),
                Towns.business("E-2", "drug", "C"));
        PlanFolder files = new PlanFolder(folder);
        InspectionPlan plan = plan(town);
        files.write(plan, true);

        byte[] bytes = Files.readAllBytes(folder.resolve("frame.csv"));
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .contains("\r\n")
                .contains(",'=1+1,\"甲, \"\"乙\"\"\n店\"")
                .contains(",''=x,");
        PlanFolder.Kept kept = files.read();
        assertThat(kept.isSound()).isTrue();
        assertThat(kept.month()).isEqualTo(Towns.MONTH);
        assertThat(kept.lines())
                .extracting(PlannedVisit::entityId, PlannedVisit::probability, PlannedVisit::isSelected)
                .containsExactlyElementsOf(plan.lines().stream()
                        .map(line -> org.assertj.core.groups.Tuple.tuple(
                                line.business().entityId(), line.probability(), line.isSelected()))
                        .toList());
        assertThatThrownBy(() -> files.write(plan, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already");
        Files.writeString(
                folder.resolve("frame.csv"),
                Files.readString(folder.resolve("frame.csv")).replace("E-2", "E-3"));
        assertThat(files.read().isSound()).isFalse();
    }

    @Test
    void listsAreReadWithAllTheirFaults() throws Exception {
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "id,unit,domains,divisions\n张三,食品科,food-sale; catering,360602；360603\n李四,所,,\n");
        List<Inspector> inspectors = Lists.inspectors(people);
        assertThat(inspectors)
                .containsExactly(
                        new Inspector("张三", "食品科", Set.of("food-sale", "catering"), Set.of("360602", "360603")),
                        new Inspector("李四", "所", Set.of(), Set.of()));
        Path avoid = folder.resolve("avoid.csv");
        Files.writeString(avoid, "inspector,entity,reason\n张三,E-1,spouse\n李四,E-1,\n");
        assertThat(Lists.avoidance(avoid, inspectors)).isEqualTo(Map.of("张三", Set.of("E-1"), "李四", Set.of("E-1")));

        Files.writeString(people, "id,unit,domains,divisions\na,u,,\n,u,,\na,u,,\n");
        Files.writeString(avoid, "inspector,entity\n王五,E-1\n李四,\n");
        assertThatThrownBy(() -> Lists.inspectors(people))
                .hasMessageContaining(":3:")
                .hasMessageContaining(":4:");
        assertThatThrownBy(() -> Lists.avoidance(avoid, inspectors))
                .hasMessageContaining("got '王五'")
                .hasMessageContaining(":3:");
        Files.writeString(people, "id,unit\n");
        assertThatThrownBy(() -> Lists.inspectors(people)).hasMessageContaining("missing are domains, divisions");
    }
}
