package dev.latido.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Who may know whom, and what nobody may do. */
@AnalyzeClasses(
        packages = "dev.latido",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.OfThisModule.class})
class ArchitectureTest {

    /** Leaves the connectors out, which have rules of their own. */
    static final class OfThisModule implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("dev/latido/connector/") && !location.contains("dev/latido/model/");
        }
    }

    /** Everything else is plain Java, to be tested without Flink. */
    private static final String ADAPTERS = "dev\\.latido\\.(.*\\.)?[A-Za-z]*"
            + "(Job|Stage|Streams|Function|Operator|Pattern|Source|State|Metrics|Ends|Serializer|TypeInformation)(\\$.*)?";

    // spotless:off
    @ArchTest
    static final ArchRule eachLayerIsUsedByThoseThatMay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("job").definedBy("dev.latido.job")
            .layer("setting").definedBy("dev.latido.setting")
            .layer("ingest").definedBy("dev.latido.ingest")
            .layer("command").definedBy("dev.latido.command")
            .optionalLayer("control").definedBy("dev.latido.control")
            .layer("customer").definedBy("dev.latido.customer")
            .layer("publish").definedBy("dev.latido.publish")
            .layer("health").definedBy("dev.latido.health")
            .layer("alert").definedBy("dev.latido.alert")
            .layer("feature").definedBy("dev.latido.feature")
            .layer("rule").definedBy("dev.latido.rule..")
            .layer("watch").definedBy("dev.latido.watch..")
            .layer("scoring").definedBy("dev.latido.scoring..")
            .layer("change").definedBy("dev.latido.change")
            .layer("codec").definedBy("dev.latido.codec")
            .layer("metric").definedBy("dev.latido.metric")
            .layer("memory").definedBy("dev.latido.memory")
            .layer("state").definedBy("dev.latido.state")
            .layer("event").definedBy("dev.latido.event")
            .whereLayer("job").mayNotBeAccessedByAnyLayer()
            .whereLayer("setting").mayOnlyBeAccessedByLayers("job")
            .whereLayer("command").mayOnlyBeAccessedByLayers("job")
            .whereLayer("control").mayOnlyBeAccessedByLayers("job", "customer") // which takes the changes
            .whereLayer("publish").mayOnlyBeAccessedByLayers("job")
            .whereLayer("ingest").mayOnlyBeAccessedByLayers("job", "command", "control") // whose dead letters are like events
            .whereLayer("customer").mayOnlyBeAccessedByLayers("job", "setting") // whose policy settings make
            .whereLayer("health").mayOnlyBeAccessedByLayers("customer", "setting")
            .whereLayer("alert").mayOnlyBeAccessedByLayers("customer", "setting")
            .whereLayer("feature").mayOnlyBeAccessedByLayers("customer", "scoring", "setting", "publish")
            .whereLayer("rule").mayOnlyBeAccessedByLayers("job", "customer", "control", "setting", "codec", "publish")
            .whereLayer("watch").mayOnlyBeAccessedByLayers("job", "customer", "setting", "codec", "publish")
            .whereLayer("scoring").mayOnlyBeAccessedByLayers("job", "customer", "control", "setting", "codec", "publish")
            .whereLayer("change").mayOnlyBeAccessedByLayers("job", "customer", "control", "codec", "rule", "scoring")
            .whereLayer("codec").mayOnlyBeAccessedByLayers("job", "ingest", "command", "control", "customer", "publish")
            .whereLayer("metric").mayOnlyBeAccessedByLayers("ingest", "command", "customer")
            .whereLayer("memory").mayOnlyBeAccessedByLayers("customer", "health", "feature")
            .whereLayer("state").mayOnlyBeAccessedByLayers("customer", "health", "alert", "rule", "scoring", "feature", "memory", "watch");
    // spotless:on

    @ArchTest
    static final ArchRule theDomainDoesNotKnowWhereRecordsComeFrom = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.latido.event",
                    "dev.latido.state",
                    "dev.latido.health",
                    "dev.latido.alert",
                    "dev.latido.change",
                    "dev.latido.scoring..",
                    "dev.latido.feature",
                    "dev.latido.memory",
                    "dev.latido.setting",
                    "dev.latido.metric")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.latido.connector..");

    @ArchTest
    static final ArchRule scoringKnowsOnlyTheFeaturesOfACustomer = slices().matching(
                    "dev.latido.(health|alert|rule|scoring)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule theFeaturesOfACustomerDoNotKnowEachOther = slices().matching(
                    "dev.latido.(health|alert|rule|feature|watch)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule onlyTheJobKnowsKafka = noClasses()
            .that()
            .resideOutsideOfPackage("dev.latido.job")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector..", "dev.latido.connector.kafka..");

    @ArchTest
    static final ArchRule onlyAdaptersImportFlink = noClasses()
            .that()
            .haveNameNotMatching(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule timeComesFromEvents = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class);

    @ArchTest
    static final ArchRule onlyMetricsMeasureHowLongSomethingTakes =
            noClasses().that().haveNameNotMatching(".*Metrics").should().callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule nothingIsLeftToChance = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    /** A static descriptor would keep the serializer that its first user gave it. */
    @ArchTest
    static final ArchRule noStateDescriptorIsStatic = noFields()
            .that()
            .areStatic()
            .should()
            .haveRawType(nameMatching("org\\.apache\\.flink\\.api\\.common\\.state\\..*Descriptor"));

    @ArchTest
    static final ArchRule packagesAreNamedForWhatIsInThem = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..", "..base..");
}
