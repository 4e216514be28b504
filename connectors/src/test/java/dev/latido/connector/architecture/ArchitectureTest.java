package dev.latido.connector.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
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

/** What the connectors promise about themselves; that they know no business is the build's to check. */
@AnalyzeClasses(packages = "dev.latido.connector", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /**
     * Adapters, by their names. A histogram of Flink's is one too; lanes and buffers of the replay have no Flink in them, a
     * {@code FilesReader}, {@code FilesSplit} and {@code FilesEnumerator} are what Flink calls them.
     */
    private static final String ADAPTERS =
            ".*(Sources?|Sinks?|Schema|Serializer|Strategy|Reporter|ReporterFactory|Reader"
                    + "|Split|Enumerator|Histogram)(\\$.*)?";

    @ArchTest
    static final ArchRule onlyAdaptersImportFlink = noClasses()
            .that()
            .haveNameNotMatching(ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.flink..");

    @ArchTest
    static final ArchRule decodingKnowsNoEnds = noClasses()
            .that()
            .resideInAnyPackage(
                    "..connector.record..", "..connector.scan..", "..connector.mapping..", "..connector.file..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..connector.kafka..", "..connector.replay..", "..connector.metrics..", "org.apache..");

    @ArchTest
    static final ArchRule nothingGoesInCircles =
            slices().matching("dev.latido.connector.(*)..").should().beFreeOfCycles();

    /** But for {@code Topics}, which waits for brokers until a deadline. */
    @ArchTest
    static final ArchRule timeComesFromRecords = noClasses()
            .that()
            .doNotHaveSimpleName("Topics")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
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

    /** The one thing that is random, from another class, is how keys are spread over a table: no result depends on it. */
    @ArchTest
    static final ArchRule nothingIsLeftToChance = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule packagesAreNamedForWhatIsInThem = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..helper..", "..manager..", "..impl..", "..base..");
}
