package dev.forewarn.engine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.regex.Pattern;
import org.apache.flink.api.common.functions.Function;
import org.apache.flink.api.common.state.StateDescriptor;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.forewarn.engine", importOptions = ArchitectureTest.MainClasses.class)
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

    @ArchTest
    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("dev.forewarn.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AVRO_STOPS_AT_THE_WIRE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.forewarn.engine.wire..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.forewarn.avro..", "org.apache.avro.."));

    @ArchTest
    static final ArchRule THE_WIRE_KNOWS_NEITHER_FLINK_NOR_KAFKA = noClasses()
            .that()
            .resideInAPackage("dev.forewarn.engine.wire..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.flink..", "org.apache.kafka.."));

    @ArchTest
    static final ArchRule THE_WIRE_AND_STATE_KNOW_NOTHING_ELSE_OF_THE_ENGINE = classes()
            .that()
            .resideInAnyPackage("dev.forewarn.engine.wire..", "dev.forewarn.engine.state..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("dev.forewarn.engine.."))
                    .or(resideInAnyPackage("dev.forewarn.engine.wire..", "dev.forewarn.engine.state..")));

    @ArchTest
    static final ArchRule STATE_IS_DESCRIBED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.forewarn.engine.state..")
            .should(new ArchCondition<>("construct a StateDescriptor") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (JavaCall<?> call : type.getConstructorCallsFromSelf()) {
                        boolean isMade = call.getTargetOwner().isAssignableTo(StateDescriptor.class);
                        events.add(new SimpleConditionEvent(call, isMade, call.getDescription()));
                    }
                }
            });

    @ArchTest
    static final ArchRule FUNCTIONS_OF_FLINK_ARE_OPERATORS = classes()
            .that(assignableTo(Function.class))
            .should()
            .resideInAPackage("dev.forewarn.engine.operator..")
            .andShould()
            .haveSimpleNameEndingWith("Function")
            .andShould()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule ONLY_THE_TICKER_READS_THE_WALL_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.forewarn.engine.job.Ticker")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule NOTHING_LEANS_ON_THE_INSIDES_OF_OTHERS = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("sun..", "com.sun..", "org.apache.flink.shaded..", "org.apache.flink.test.."));

    @ArchTest
    static final ArchRule NAMES_ARE_THE_NOUNS_THAT_THEY_SHOULD_BE = noClasses()
            .should(new ArchCondition<>("begin or end with a word that hides the noun") {
                private final Pattern banned = Pattern.compile("(" + BANNED + ")([A-Z].*)?|.*(" + BANNED + ")");

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    String name = type.getSimpleName();
                    boolean isBanned = banned.matcher(name).matches();
                    events.add(new SimpleConditionEvent(type, isBanned, type.getFullName()));
                }
            });
}
