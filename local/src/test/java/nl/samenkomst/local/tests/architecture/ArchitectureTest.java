package nl.samenkomst.local.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that every package uses only Java and what its line names. */
class ArchitectureTest {

    private static final String SDK = "software.amazon.awssdk..";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String JTE = "gg.jte..";
    /** Part of the JDK, like {@code java.*}, which has neither keyed hashes nor slow ones itself. */
    private static final String HMAC = "javax.crypto..";

    private static final String PNG = "javax.imageio..";
    private static final String FASTEXCEL = "org.dhatim.fastexcel..";
    private static final String QR = "io.nayuki.qrcodegen..";
    private static final String NIMBUS = "com.nimbusds..";
    private static final String MIME = "org.apache.james.mime4j..";
    private static final String MAX_RESPONSE_BYTES = "com.amazonaws.services.lambda.runtime..";

    private static final String[] FUNCTIONS = {
        "register",
        "cancel",
        "listsessions",
        "sendreminders",
        "managesessions",
        "notedelivery",
        "signin",
        "sendsignin",
        "organise"
    };

    private static final Map<String, String[]> ALLOWED = allowed();

    private static final Set<String> ADAPTERS = Set.of("nl.samenkomst.dynamodb", "nl.samenkomst.ses");

    /** An interface of the domain that an adapter implements. */
    private static final DescribedPredicate<JavaClass> PORT = DescribedPredicate.describe(
            "a port",
            type -> type.isInterface()
                    && type.getPackageName().startsWith("nl.samenkomst.domain")
                    && type.getAllSubclasses().stream()
                            .anyMatch(adapter -> ADAPTERS.contains(adapter.getPackageName())));

    private static final JavaClasses DEPLOYED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("nl.samenkomst");

    private static final Intruders INTRUDERS =
            new Intruders(Path.of("target/intruders"), ALLOWED.keySet(), DynamoDbSessions.class, Sessions.class);

    private static Map<String, String[]> allowed() {
        Map<String, String[]> lines = new LinkedHashMap<>();
        lines.put("domain", of());
        domain(lines, "document");
        domain(lines, "message", "document");
        domain(lines, "session", "document", "message");
        domain(lines, "audit", "document", "session");
        domain(lines, "letter", "message", "session");
        domain(lines, "mailbox", "session");
        domain(lines, "registration", "document", "message", "session", "letter", "mailbox");
        withHmac(lines, "domain.registration");
        domain(lines, "capacity", "document", "message", "session", "audit", "mailbox", "registration");
        domain(lines, "agenda", "document", "session", "capacity");
        domain(lines, "figures", "document", "session", "registration", "capacity", "agenda");
        domain(lines, "draft", "document", "session", "audit");
        domain(
                lines,
                "access",
                "document",
                "session",
                "draft",
                "registration",
                "audit",
                "capacity",
                "agenda",
                "figures");
        domain(
                lines,
                "editing",
                "document",
                "session",
                "audit",
                "draft",
                "letter",
                "registration",
                "capacity",
                "agenda",
                "access",
                "sending",
                "signup",
                "organiser");
        domain(
                lines,
                "desk",
                "document",
                "session",
                "audit",
                "letter",
                "registration",
                "capacity",
                "agenda",
                "access",
                "organiser");
        domain(lines, "factor", "audit", "access");
        withHmac(lines, "domain.factor");
        domain(lines, "delivery", "session", "registration", "capacity");
        domain(lines, "colleagues", "document", "session", "audit", "capacity", "agenda", "access");
        domain(
                lines,
                "sending",
                "document",
                "message",
                "session",
                "letter",
                "mailbox",
                "registration",
                "capacity",
                "agenda",
                "figures");
        // Of sending only the mail service's response to a letter.
        domain(lines, "signin", "audit", "access", "factor", "sending");
        withHmac(lines, "domain.signin");
        domain(lines, "oidc", "audit", "access", "factor", "signin");
        withHmac(lines, "domain.oidc");
        domain(lines, "signup", "document", "session", "letter", "mailbox", "registration", "capacity");
        domain(
                lines,
                "own",
                "document",
                "session",
                "audit",
                "letter",
                "mailbox",
                "registration",
                "capacity",
                "agenda",
                "signup");
        domain(
                lines,
                "erasure",
                "document",
                "session",
                "audit",
                "letter",
                "mailbox",
                "registration",
                "capacity",
                "own");
        domain(
                lines,
                "organiser",
                "document",
                "session",
                "audit",
                "letter",
                "mailbox",
                "registration",
                "capacity",
                "signup");
        domain(lines, "writing", "document", "message", "session", "audit", "letter", "registration", "capacity");
        domain(
                lines,
                "participants",
                "document",
                "session",
                "audit",
                "letter",
                "registration",
                "capacity",
                "access",
                "signup",
                "organiser");
        domain(lines, "evaluation", "document", "session", "registration", "capacity", "signup");
        domain(lines, "bulk", "session", "audit", "registration", "capacity", "sending", "signup", "organiser");
        domain(
                lines,
                "door",
                "document",
                "session",
                "audit",
                "mailbox",
                "registration",
                "capacity",
                "signup",
                "organiser");
        lines.put("texts", of("domain.."));
        lines.put("style", of());
        lines.put("http", of(JACKSON, MIME));
        lines.put("stream", of("http"));
        lines.put("mailevents", of("domain..", "http"));
        lines.put("urls", of("domain.."));
        lines.put("pages", of("domain..", "texts", "style", "urls", JTE, PNG));
        lines.put("organiserpages", of("domain..", "texts", "urls", "style", "pages", "api", "letters", JTE, QR));
        lines.put("organiserpages.editing", of("domain..", "texts", "urls", "pages", "organiserpages", "letters", JTE));
        lines.put("api", of("domain..", "texts"));
        lines.put("xlsx", of("domain..", "texts", "api", FASTEXCEL));
        lines.put("letters", of("domain..", "texts", "style", "urls", JTE, MIME));
        lines.put("priming", of("domain.."));
        lines.put("dynamodb", of("domain..", SDK));
        lines.put("ses", of("domain..", "letters", SDK));
        lines.put("ssm", of("http", SDK));
        lines.put("responses", of("domain..", "texts", "http", "urls", "pages", "organiserpages", "api"));
        for (String function : FUNCTIONS) {
            lines.put(
                    function,
                    of(
                            "",
                            "domain..",
                            "texts",
                            "http",
                            "stream",
                            "mailevents",
                            "urls",
                            "pages",
                            "organiserpages..",
                            "api",
                            "xlsx",
                            "letters",
                            "responses",
                            "priming",
                            MAX_RESPONSE_BYTES));
        }
        // Only there, so that no other function, and no other page of this one, loads it.
        lines.put("signin.oidc", of("domain..", "http", NIMBUS));
        lines.computeIfPresent(
                "signin",
                (name, below) -> Stream.concat(Arrays.stream(below), Stream.of("nl.samenkomst.signin.oidc"))
                        .toArray(String[]::new));
        return lines;
    }

    /**
     * Adds a room of the domain, which may use the rooms below it; the lines are in that order, so there is no circle.
     */
    private static void domain(Map<String, String[]> lines, String room, String... below) {
        lines.put(
                "domain." + room,
                Stream.concat(
                                Stream.of("domain"),
                                Arrays.stream(below).map(other -> other.contains(".") ? other : "domain." + other))
                        .toArray(String[]::new));
    }

    private static void withHmac(Map<String, String[]> lines, String room) {
        lines.computeIfPresent(
                room,
                (name, below) ->
                        Stream.concat(Arrays.stream(below), Stream.of(HMAC)).toArray(String[]::new));
    }

    private static String[] of(String... packages) {
        return packages;
    }

    static Stream<String> packages() {
        return ALLOWED.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageUsesOnlyWhatItMay(String name) {
        allowedDependencies(name).check(DEPLOYED);
    }

    /** Each package has an intruder that uses what no package may. */
    @ParameterizedTest
    @MethodSource("packages")
    void everyPackagesRuleFindsABreach(String name) {
        assertThat(allowedDependencies(name).evaluate(INTRUDERS.in(name)).hasViolation())
                .isTrue();
    }

    @Test
    void packagesHaveNoCircles() {
        SlicesRuleDefinition.slices()
                .matching("nl.samenkomst.(**)")
                .should()
                .beFreeOfCycles()
                .check(DEPLOYED);
    }

    /** A larger package is more than one room. */
    @Test
    void noRoomOfTheDomainHasMoreThan25Types() {
        Map<String, Long> types = DEPLOYED.stream()
                .filter(JavaClass::isTopLevelClass)
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("nl.samenkomst.domain"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(types)
                .containsKey("nl.samenkomst.domain.session")
                .allSatisfy((room, number) -> assertThat(number).as(room).isLessThanOrEqualTo(25));
    }

    @Test
    void everyPackageHasARule() {
        assertThat(DEPLOYED.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.startsWith("nl.samenkomst.local"))
                        .distinct())
                .allSatisfy(name -> assertThat(name.equals("nl.samenkomst")
                                || ALLOWED.containsKey(name.substring("nl.samenkomst.".length())))
                        .as(name)
                        .isTrue());
    }

    static Stream<String> functions() {
        return Stream.of(FUNCTIONS);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionCallsUseCasesAndNoPort(String function) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("nl.samenkomst." + function)
                .should()
                .dependOnClassesThat(PORT);

        rule.check(DEPLOYED);
        assertThat(rule.evaluate(INTRUDERS.in(function)).hasViolation()).isTrue();
    }

    @Test
    void thePortsAreTheStoresAndTheMailers() {
        assertThat(DEPLOYED.that(PORT).stream().map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "AgendaIndex",
                        "Drafts",
                        "Evaluations",
                        "ExistingDeskKey",
                        "Mailboxes",
                        "Mailer",
                        "Messages",
                        "OrganiserMailer",
                        "Organisers",
                        "OtherRegistrations",
                        "Publications",
                        "Registrations",
                        "SessionWriter",
                        "Sessions",
                        "SignInMailer",
                        "SignIns",
                        "Tallies",
                        "WorkQueue");
    }

    @Test
    void onlySettingsReadTheEnvironment() {
        ArchRule rule = noClasses()
                .that()
                .haveNameNotMatching("nl\\.samenkomst\\.(Settings|local\\..*)")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class);

        rule.check(DEPLOYED);
        assertThat(rule.evaluate(INTRUDERS.in("domain")).hasViolation()).isTrue();
    }

    @Test
    void onlyWiringReadsTheClock() {
        ArchRule rule = noClasses()
                .that()
                .haveNameNotMatching("nl\\.samenkomst\\.(Wiring|local\\..*)")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");

        rule.check(DEPLOYED);
        assertThat(rule.evaluate(INTRUDERS.in("domain")).hasViolation()).isTrue();
    }

    /** Static fields are in SnapStart's snapshot, and so the same in every instance that starts from it. */
    @Test
    void nothingStaticIsRandom() {
        ArchRule rule = noFields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching("nl\\.samenkomst\\.(priming\\.Priming|local\\..*)")
                .should()
                .haveRawType(assignableTo(RandomGenerator.class))
                .orShould()
                .haveRawType(UUID.class);

        rule.check(DEPLOYED);
        assertThat(rule.evaluate(INTRUDERS.in("domain")).getFailureReport().getDetails())
                .hasSize(2)
                .anyMatch(detail -> detail.contains("BreaksTheRules.RANDOM"))
                .anyMatch(detail -> detail.contains("BreaksTheRules.TOKEN"));
    }

    @Test
    void onlyWiringUsesRandomness() {
        ArchRule rule = noClasses()
                .that()
                .haveNameNotMatching("nl\\.samenkomst\\.(Wiring|local\\..*)")
                .should()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SecureRandom.class);

        rule.check(DEPLOYED);
        assertThat(rule.evaluate(INTRUDERS.in("domain")).hasViolation()).isTrue();
    }

    /** Finds a kind of letter that nothing owes, and an action that nothing records; a switch does neither. */
    @ParameterizedTest
    @ValueSource(classes = {LetterKind.class, AuditAction.class})
    void theDeskUsesEveryConstantOf(Class<?> type) {
        Set<String> used = DEPLOYED.get(type).getFieldAccessesToSelf().stream()
                .filter(access -> countsAsUse(access, type))
                .map(access -> access.getTarget().getName())
                .collect(Collectors.toSet());

        assertThat(used)
                .containsAll(Arrays.stream(type.getEnumConstants())
                        .map(String::valueOf)
                        .toList());
    }

    /**
     * Returns whether deployed code other than the enum reads the constant elsewhere than in a {@code switch}, whose
     * constants javac lists in an anonymous class ({@code $SwitchMap$}).
     */
    private static boolean countsAsUse(JavaFieldAccess access, Class<?> type) {
        JavaClass user = access.getOriginOwner();
        return !user.isEquivalentTo(type)
                && !user.isAnonymousClass()
                && !user.getPackageName().startsWith("nl.samenkomst.local");
    }

    private static ArchRule allowedDependencies(String name) {
        String[] may = Stream.concat(
                        Stream.of("java..", "org.jspecify..", "nl.samenkomst." + name),
                        Arrays.stream(ALLOWED.getOrDefault(name, of())).map(ArchitectureTest::inFull))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("nl.samenkomst." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(may);
    }

    private static String inFull(String allowed) {
        if (allowed.isEmpty()) {
            return "nl.samenkomst";
        }
        boolean ours = !allowed.contains(".") || allowed.startsWith("domain") || allowed.startsWith("organiserpages");
        return ours ? "nl.samenkomst." + allowed : allowed;
    }
}
