package dev.forewarn.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forewarn.cli.plan.Teams.Team;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamsTest {

    private static final Lot LOT = new Lot("7", Towns.MONTH);
    private static final Business PHARMACY = Towns.business("P", "drug", "B");

    private static Inspector inspector(String id, Set<String> domains, Set<String> divisions) {
        return new Inspector(id, "unit", domains, divisions);
    }

    @Test
    void twoGoOfThoseWhoCoverTheBusinessAndNeedNotStandBack() {
        List<Inspector> people = List.of(
                inspector("all", Set.of(), Set.of()),
                inspector("drug", Set.of("drug", "cosmetic"), Set.of("3606")),
                inspector("near", Set.of("drug"), Set.of("360602")),
                inspector("far", Set.of("drug"), Set.of("3607")),
                inspector("food", Set.of("food-sale"), Set.of()));
        Team team = new Teams(people, Map.of("all", Set.of("P")), LOT).of(PHARMACY);
        assertThat(team.members()).extracting(Inspector::id).containsExactlyInAnyOrder("drug", "near");

        Team none = new Teams(people, Map.of("all", Set.of("P"), "near", Set.of("Q", "P")), LOT).of(PHARMACY);
        assertThat(none.members()).isEmpty();
        assertThat(none.note())
                .isEqualTo("no team: 3 of 5 inspectors cover drug in division 360602, 2 of them stand back");
    }

    @Test
    void theOrderOfTheInspectorsPlaysNoPartAndAllGoAboutEquallyOften() {
        List<Inspector> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            people.add(inspector("i" + i, Set.of(), Set.of()));
        }
        Teams teams = new Teams(people, Map.of(), LOT);
        Collections.reverse(people);
        Teams reversed = new Teams(people, Map.of(), LOT);
        Map<String, Integer> sent = new HashMap<>();
        for (int i = 0; i < 2000; i++) {
            Business business = Towns.business("B" + i, "general", "A");
            assertThat(teams.of(business)).isEqualTo(reversed.of(business));
            teams.of(business).members().forEach(member -> sent.merge(member.id(), 1, Integer::sum));
        }
        assertThat(sent).hasSize(10);
        assertThat(sent.values()).allSatisfy(count -> assertThat(count).isBetween(320, 480));
    }
}
