package dev.forewarn.console.organisation;

import dev.forewarn.console.document.BadDocument;
import dev.forewarn.console.document.Documents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the file of the organisation, and finds what is named and not there. */
final class OrganisationFile {

    private final Organisation organisation;
    private final List<String> faults = new ArrayList<>();

    private OrganisationFile(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Reads a file.
     *
     * @param hooks names of the webhooks that send escalation
     * @throws BadDocument with all faults
     */
    static Organisation read(Path file, Set<String> hooks) {
        Organisation organisation = Documents.read(file, "organisation", Organisation.class);
        OrganisationFile checked = new OrganisationFile(organisation);
        checked.check(hooks);
        if (!checked.faults.isEmpty()) {
            throw new BadDocument(file.toString(), checked.faults);
        }
        return organisation;
    }

    private void check(Set<String> hooks) {
        Map<String, ?> people = Objects.requireNonNull(organisation.people());
        Map<String, ?> units = Objects.requireNonNull(organisation.units());
        organisation.units().forEach((id, unit) -> {
            named("/units/" + id + "/head", unit.head(), people, "person");
            named("/units/" + id + "/deputy", unit.deputy(), people, "person");
        });
        organisation.people().forEach((id, person) -> named("/people/" + id + "/unit", person.unit(), units, "unit"));
        Objects.requireNonNull(organisation.divisions())
                .forEach((id, one) -> named("/divisions/" + id + "/unit", one.unit(), units, "unit"));
        Objects.requireNonNull(organisation.grids()).forEach((id, grid) -> {
            named("/grids/" + id + "/unit", grid.unit(), units, "unit");
            if (grid.officers() != null) {
                grid.officers().forEach(officer -> named("/grids/" + id + "/officers", officer, people, "person"));
            }
        });
        checkDuty(people);
        if (organisation.escalation() != null) {
            for (Organisation.Climb climb : organisation.escalation().steps()) {
                Objects.requireNonNull(climb.hooks()).stream()
                        .filter(hook -> !hooks.contains(hook))
                        .forEach(hook -> faults.add("/escalation/steps: there is no webhook '" + hook
                                + "' that sends escalation; there are " + hooks));
            }
        }
    }

    private void checkDuty(Map<String, ?> people) {
        List<Organisation.Duty> duty = Objects.requireNonNull(organisation.duty());
        for (int i = 0; i < duty.size(); i++) {
            Organisation.Duty one = duty.get(i);
            String place = "/duty/" + i;
            named(place + "/person", one.person(), people, "person");
            named(place + "/deputy", one.deputy(), people, "person");
            if (!one.from().isBefore(one.until())) {
                faults.add(place + ": it is until " + one.until() + ", which is not after " + one.from());
            }
            for (int k = 0; k < i; k++) {
                if (one.from().isBefore(duty.get(k).until())
                        && duty.get(k).from().isBefore(one.until())) {
                    faults.add(place + ": overlaps with /duty/" + k + "; one person is on duty at a time");
                }
            }
        }
    }

    private void named(String place, @Nullable String id, Map<String, ?> known, String what) {
        if (id != null && !known.containsKey(id)) {
            faults.add(place + ": there is no " + what + " '" + id + "'");
        }
    }
}
