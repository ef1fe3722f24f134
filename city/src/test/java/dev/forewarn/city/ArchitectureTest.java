package dev.forewarn.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The city sees the wire and the JDK only, and nothing that is another on another machine. */
@AnalyzeClasses(packages = "dev.forewarn.city", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** Leaves tests out, whichever profile compiled them. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes/");
        }
    }

    @ArchTest
    static final ArchRule THE_CITY_SEES_THE_WIRE_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.forewarn.avro..", "dev.forewarn.city..");

    @ArchTest
    static final ArchRule CHANCE_AND_LOGARITHMS_ARE_THE_SAME_EVERYWHERE = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Math.class, "log", double.class)
            .orShould()
            .callMethod(Math.class, "exp", double.class)
            .orShould()
            .callMethod(Math.class, "pow", double.class, double.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util|security)\\..*Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock");

    @ArchTest
    static final ArchRule NOTHING_RUNS_ON_THE_SIDE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.net..", "java.nio.file..");
}
