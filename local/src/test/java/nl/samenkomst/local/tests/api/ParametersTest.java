package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.samenkomst.Settings;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.Test;

/** Checks which parameters the template takes, and which CloudFormation refuses before it creates anything. */
final class ParametersTest {

    private static final Map<String, List<String>> TAKEN = both(
            Map.of(
                    "SenderAddress", List.of("aanmelden@example.org", "a.b+c@sub.example.museum"),
                    "BaseUrl",
                            List.of(
                                    "https://aanmelden.example.org",
                                    "https://example.org/leren/aanmelden",
                                    "https://a1b2c3.execute-api.eu-west-1.amazonaws.com",
                                    "https://localhost:8443"),
                    "OrganiserUrl",
                            List.of(
                                    "",
                                    "https://organiser.example.org",
                                    "https://a1b2c3.execute-api.eu-west-1.amazonaws.com"),
                    "HouseStyle", List.of("samenkomst", "gemeente", "avond"),
                    "Architecture", List.of("arm64", "x86_64"),
                    "LettersPerSecond", List.of("0.1", "1", "14", "1000"),
                    "LogRetentionDays", List.of("1", "30", "365"),
                    "SendersAtOnce", List.of("0", "1", "10"),
                    "AlarmAddress", List.of("", "beheer@example.org"),
                    "ConfirmAddress", List.of("none", "PT1H", "PT24H", "P2D", "P1W")),
            Map.of(
                    "FirstOrganiser", List.of("", "noor@example.org"),
                    "SecondFactor", List.of("totp"),
                    "OidcIssuer",
                            List.of(
                                    "",
                                    "https://login.example.org/realms/gemeente",
                                    "https://login.example.org/0f1c/v2.0",
                                    "https://login.example.org/"),
                    "OidcClientId", List.of("", "samenkomst", "0f1c2d3e-4b5a"),
                    "OidcSecretName", List.of("", "/samenkomst/oidc-secret", "/samenkomst"),
                    "OidcAcrValues",
                            List.of("", "2", "gold silver", "urn:example:loa:2 https://refeds.org/profile/mfa"),
                    "MailSignIn", List.of("administrators", "nobody")));

    private static final Map<String, List<String>> REFUSED = both(
            Map.of(
                    "SenderAddress",
                            List.of(
                                    "",
                                    "aanmelden",
                                    "@example.org",
                                    "aanmelden@localhost",
                                    "Aanmelden <aanmelden@example.org>",
                                    "a@example.org, b@example.org",
                                    "a@example.org\nBcc: b@example.org"),
                    "BaseUrl",
                            List.of(
                                    "",
                                    "aanmelden.example.org",
                                    "http://aanmelden.example.org",
                                    "https://",
                                    "https://aanmelden.example.org/",
                                    "https://example.org/leren/",
                                    "https://aanmelden.example.org?lang=nl",
                                    "https://aanmelden example.org"),
                    "OrganiserUrl",
                            List.of(
                                    "organiser.example.org",
                                    "http://organiser.example.org",
                                    "https://organiser.example.org/"),
                    "HouseStyle", List.of("", "Gemeente", "../gemeente", "gemeente/tokens", "1"),
                    "Architecture", List.of("", "x86", "ARM64"),
                    "LettersPerSecond", List.of("", "0", "-1", "veel", "100000"),
                    "LogRetentionDays", List.of("", "0", "2", "altijd"),
                    "SendersAtOnce", List.of("", "-1", "11", "een"),
                    "AlarmAddress", List.of("beheer", "beheer@localhost", "a@example.org, b@example.org"),
                    "ConfirmAddress", List.of("", "P", "PT0H", "PT30M", "24H", "P1DT2H", "een dag")),
            Map.of(
                    "FirstOrganiser", List.of("noor", "noor@localhost", "a@example.org, b@example.org"),
                    "SecondFactor", List.of("", "none", "sms"),
                    "OidcIssuer",
                            List.of(
                                    "login.example.org",
                                    "http://login.example.org",
                                    "https://login.example.org?tenant=1",
                                    "https://noor@login.example.org"),
                    "OidcClientId", List.of("een desk", "a".repeat(256)),
                    "OidcSecretName", List.of("samenkomst/oidc", "/", "/samenkomst/", "/samenkomst/*", "geheim!"),
                    "OidcAcrValues", List.of(" ", " 2", "2 ", "1  2", "1\t2", "é", "1 2 3 4 5 6", "a".repeat(201)),
                    "MailSignIn", List.of("", "everybody", "none")));

    /** Returns both maps in one; {@code Map.of} takes no more than ten entries. */
    private static Map<String, List<String>> both(Map<String, List<String>> some, Map<String, List<String>> more) {
        Map<String, List<String>> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    private final Map<String, Map<?, ?>> parameters;

    ParametersTest() throws IOException {
        parameters = Template.read(TemplateTest.FILE, Map.of()).parameters();
    }

    @Test
    void takesValidValues() {
        TAKEN.forEach((name, values) -> assertThat(values)
                .as(name)
                .allSatisfy(value -> assertThat(takes(name, value)).isTrue()));
    }

    @Test
    void refusesInvalidValues() {
        REFUSED.forEach((name, values) -> assertThat(values)
                .as(name)
                .allSatisfy(value -> assertThat(takes(name, value)).isFalse()));
    }

    @Test
    void coversEveryParameter() {
        assertThat(TAKEN.keySet()).isEqualTo(parameters.keySet());
        assertThat(REFUSED.keySet()).isEqualTo(parameters.keySet());
    }

    @Test
    void requiresParametersWithoutADefault() {
        Set<String> mustBeGiven = new TreeSet<>();
        parameters.forEach((name, declared) -> {
            if (!declared.containsKey("Default")) {
                mustBeGiven.add(name);
            }
        });

        assertThat(mustBeGiven).containsExactly("BaseUrl", "SenderAddress");
    }

    @Test
    void everyDefaultIsValid() {
        parameters.forEach((name, declared) -> {
            if (declared.containsKey("Default")) {
                assertThat(takes(name, String.valueOf(declared.get("Default"))))
                        .as(name)
                        .isTrue();
            }
        });
    }

    @Test
    void everyParameterHasDescriptionAndConstraintText() {
        assertThat(parameters).allSatisfy((name, declared) -> {
            assertThat(String.valueOf(declared.get("Description"))).endsWith(".");
            if (declared.containsKey("AllowedPattern")) {
                assertThat(declared.get("ConstraintDescription")).as(name).isNotNull();
            }
        });
    }

    @Test
    void functionsStartWithEveryValidValue() {
        Map<String, String> settings = new LinkedHashMap<>();
        taken("SenderAddress").forEach(sender -> {
            settings.put("SENDER", sender);
            assertThat(new Settings(settings).sender().value()).isEqualTo(sender);
        });
        taken("BaseUrl").forEach(url -> {
            settings.put("BASE_URL", url);
            assertThat(new Settings(settings).baseUrl()).hasToString(url);
        });
        taken("OrganiserUrl").stream().filter(url -> !url.isEmpty()).forEach(url -> {
            settings.put("ORGANISER_URL", url);
            assertThat(new Settings(settings).organiserUrl()).hasToString(url);
        });
        taken("HouseStyle").forEach(style -> {
            settings.put("HOUSE_STYLE", style);
            assertThat(new Settings(settings).houseStyle().tokensFor("")).isNotEmpty();
        });
        taken("MailSignIn").forEach(mail -> {
            settings.put("MAIL_SIGN_IN", mail);
            taken("OidcIssuer").stream().filter(issuer -> !issuer.isEmpty()).forEach(issuer -> {
                settings.put("OIDC_ISSUER", issuer);
                assertThat(new Settings(settings).signInWays().issuer()).contains(issuer);
            });
        });
        settings.put("OIDC_CLIENT_ID", "samenkomst");
        settings.put("OIDC_SECRET_NAME", "/samenkomst/oidc");
        taken("OidcAcrValues").stream().filter(values -> !values.isEmpty()).forEach(values -> {
            settings.put("OIDC_ACR_VALUES", values);
            assertThat(new Settings(settings).providerClient().orElseThrow().acrValues())
                    .containsExactly(values.split(" "));
        });
        taken("ConfirmAddress").forEach(period -> {
            settings.put("CONFIRM_ADDRESS", period);
            assertThat(new Settings(settings).confirmAddress().isPresent()).isEqualTo(!period.equals("none"));
        });
        taken("LettersPerSecond").forEach(number -> {
            settings.put("LETTERS_PER_SECOND", number);
            assertThat(new Settings(settings).lettersPerSecond()).isEqualTo(Double.parseDouble(number));
        });
    }

    private static List<String> taken(String name) {
        return TAKEN.getOrDefault(name, List.of());
    }

    /** Decides as CloudFormation does: a pattern must match the whole value, and a number must be a number in range. */
    private boolean takes(String name, String value) {
        Map<?, ?> declared = parameters.getOrDefault(name, Map.of());
        if (declared.get("AllowedPattern") instanceof String pattern && !value.matches(pattern)) {
            return false;
        }
        if (declared.get("AllowedValues") instanceof List<?> allowed
                && allowed.stream().map(String::valueOf).noneMatch(value::equals)) {
            return false;
        }
        return !"Number".equals(declared.get("Type")) || isNumberIn(declared, value);
    }

    private static boolean isNumberIn(Map<?, ?> declared, String value) {
        try {
            double number = Double.parseDouble(value);
            return (!(declared.get("MinValue") instanceof Number least) || number >= least.doubleValue())
                    && (!(declared.get("MaxValue") instanceof Number most) || number <= most.doubleValue());
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
