package dev.forewarn.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The console is a reader of the topics like any other: it knows the wire and the core, and nothing of the engine. */
@AnalyzeClasses(packages = "dev.forewarn.console", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** Leaves tests out, whichever profile compiled them. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes/");
        }
    }

    @ArchTest
    static final ArchRule NOTHING_OF_THE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.forewarn.engine..", "dev.forewarn.cli..", "org.apache.flink..");

    @ArchTest
    static final ArchRule KAFKA_IS_TALKED_TO_IN_TWO_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.forewarn.console.ingest..", "dev.forewarn.console.step..", "dev.forewarn.console.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule PAGES_AND_API_ASK_NO_DATABASE = noClasses()
            .that()
            .resideInAnyPackage("dev.forewarn.console.web..", "dev.forewarn.console.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.jdbc..");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.forewarn.console.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_ZONE_OF_THE_MACHINE_IS_NOBODYS = noClasses()
            .should()
            .callMethod(java.time.ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(java.util.Locale.class, "getDefault");
}
