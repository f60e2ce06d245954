package nl.samenkomst;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.oidc.ProviderClient;
import nl.samenkomst.style.HouseStyle;

/**
 * The settings that the template gives a function, read from the environment here only; a missing or invalid setting is
 * an {@link IllegalStateException} with its name.
 */
public final class Settings {

    private final Map<String, String> environment;

    public Settings(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static Settings ofEnvironment() {
        return new Settings(System.getenv());
    }

    public String tableName() {
        return required("TABLE_NAME");
    }

    /** Returns the desk's public URL, without a trailing slash. */
    public URI baseUrl() {
        return address("BASE_URL", required("BASE_URL"));
    }

    /** Returns the URL of the organiser's API, without a trailing slash; on a laptop that is the desk's own. */
    public URI organiserUrl() {
        return address("ORGANISER_URL", required("ORGANISER_URL"));
    }

    /** Returns the address that letters come from, which the mail service has verified. */
    public EmailAddress sender() {
        String address = required("SENDER");
        return EmailAddress.parse(address)
                .orElseThrow(() -> new IllegalStateException("SENDER is not an e-mail address: " + address));
    }

    /** Returns the address of the first organiser; empty if the desk has no organisers' pages. */
    public Optional<EmailAddress> firstOrganiser() {
        String address = required("FIRST_ORGANISER");
        if (address.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.parse(address)
                .orElseThrow(() -> new IllegalStateException(
                        "FIRST_ORGANISER is neither none nor an e-mail address: " + address)));
    }

    /** Returns whether organisers give a second factor, the code of an authenticator app, after the mail's. */
    public boolean asksSecondFactor() {
        String written = required("SECOND_FACTOR");
        return switch (written) {
            case "totp" -> true;
            case "none" -> false;
            default -> throw new IllegalStateException("SECOND_FACTOR is neither totp nor none: " + written);
        };
    }

    /** Returns the ways in which organisers may sign in. */
    public SignInWays signInWays() {
        String mail = required("MAIL_SIGN_IN");
        boolean administratorsByMail = switch (mail) {
            case "administrators" -> true;
            case "nobody" -> false;
            default -> throw new IllegalStateException("MAIL_SIGN_IN is neither administrators nor nobody: " + mail);
        };
        return new SignInWays(issuer(), administratorsByMail);
    }

    /** Returns what the desk is to the organisation's OpenID provider; empty if it has none. */
    public Optional<ProviderClient> providerClient() {
        String clientId = required("OIDC_CLIENT_ID");
        String secretName = required("OIDC_SECRET_NAME");
        String acrValues = required("OIDC_ACR_VALUES");
        return issuer().map(issuer -> new ProviderClient(
                issuer, clientId, secretName, acrValues.equals("none") ? List.of() : List.of(acrValues.split(" "))));
    }

    /** Returns the provider's URL exactly as written, since tokens are compared with it. */
    private Optional<String> issuer() {
        String written = required("OIDC_ISSUER");
        if (written.equals("none")) {
            return Optional.empty();
        }
        if (ProviderClient.isAddress(written)) {
            return Optional.of(written);
        }
        throw new IllegalStateException(
                "OIDC_ISSUER is neither none nor an address such as https://login.example.org: " + written);
    }

    /** Returns the SES configuration set, under which the mail service reports what becomes of our letters. */
    public String configurationSet() {
        return required("CONFIGURATION_SET");
    }

    /**
     * Returns how long a place or a turn is kept for an address that nobody confirmed, where the session does not say;
     * for ever if empty.
     */
    public Optional<CalendarPeriod> confirmAddress() {
        String written = required("CONFIRM_ADDRESS");
        if (written.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(CalendarPeriod.parse(written)
                .filter(period -> !period.isShorterThan(SessionDocumentFields.SHORTEST_CONFIRMATION))
                .orElseThrow(() -> new IllegalStateException(
                        "CONFIRM_ADDRESS is neither none nor a period of an hour or more, such as PT24H: " + written)));
    }

    /** Returns how many letters per second the mail service takes: more than 0, possibly a fraction. */
    public double lettersPerSecond() {
        String written = required("LETTERS_PER_SECOND");
        try {
            double number = Double.parseDouble(written);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, with the setting's name.
        }
        throw new IllegalStateException("LETTERS_PER_SECOND is not a number above 0: " + written);
    }

    /** Returns the style of pages and letters. */
    public HouseStyle houseStyle() {
        try {
            return HouseStyle.named(required("HOUSE_STYLE"));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException("HOUSE_STYLE cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** Returns whether SAM CLI runs the function on a laptop, where no gateway checks signatures; false in Lambda. */
    public boolean isSamLocal() {
        // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-local-invoke.html
        return "true".equals(environment.get("AWS_SAM_LOCAL"));
    }

    private static URI address(String name, String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && !url.endsWith("/")) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Reported below, with the setting's name.
        }
        throw new IllegalStateException(name + " is not an address such as https://aanmelden.example.org: " + url);
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
