package dev.forewarn.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/** The core sees the JDK only, is given the time, and leaves nothing to chance. */
@AnalyzeClasses(packages = "dev.forewarn.core", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {

    /** Leaves tests out, whichever profile compiled them. */
    static final class MainClasses implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes/");
        }
    }

    private static final String BANNED =
            "Manager|Helper|Utils?|Processor|Handler|Service|Impl|Base|Abstract|Common|Data|Info";

    /** Methods whose answer is another on another machine, or at another time. */
    private static final Set<String> NOT_OF_THE_INPUT = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.identityHashCode",
            "java.lang.Math.random",
            "java.time.ZoneId.systemDefault",
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle");

    private static boolean isNotOfTheInput(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean isNow = owner.startsWith("java.time.") && call.getName().equals("now");
        return isNow || NOT_OF_THE_INPUT.contains(owner + "." + call.getName());
    }

    @ArchTest
    static final ArchRule THE_CORE_SEES_THE_JDK_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "dev.forewarn.core..");

    @ArchTest
    static final ArchRule NOTHING_READS_A_CLOCK_THE_MACHINE_OR_CHANCE = noClasses()
            .should()
            .callMethodWhere(describe("it asks for what is not in the input", ArchitectureTest::isNotOfTheInput))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util|security)\\..*Random");

    @ArchTest
    static final ArchRule NOTHING_RUNS_ON_THE_SIDE_OR_READS_FILES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.concurrent..", "java.io..", "java.net..", "java.nio.file..");

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.forewarn.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_ARE_THE_NOUNS_THAT_THEY_SHOULD_BE = noClasses()
            .should(new ArchCondition<>("begin or end with a word that hides the noun") {
                private final Pattern banned = Pattern.compile("(" + BANNED + ")([A-Z].*)?|.*(" + BANNED + ")");

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean isBanned = banned.matcher(type.getSimpleName()).matches();
                    events.add(new SimpleConditionEvent(type, isBanned, type.getFullName()));
                }
            });
}
