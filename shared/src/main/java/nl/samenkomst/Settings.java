package nl.samenkomst;

import java.net.URI;
import java.util.Map;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.style.HouseStyle;

/** What the template gives a function; the only reader of the environment. A missing setting fails by its name. */
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

    /** Where people find the desk, without a slash at the end. */
    public URI baseUrl() {
        String url = required("BASE_URL");
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && !url.endsWith("/")) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below, with the setting's name.
        }
        throw new IllegalStateException("BASE_URL is not an address such as https://aanmelden.example.org: " + url);
    }

    /** The address that letters come from; the mail service has verified it. */
    public EmailAddress sender() {
        String address = required("SENDER");
        return EmailAddress.parse(address)
                .orElseThrow(() -> new IllegalStateException("SENDER is not an e-mail address: " + address));
    }

    /** The name under which the mail service keeps account of what becomes of our letters. */
    public String configurationSet() {
        return required("CONFIGURATION_SET");
    }

    /** How many letters the mail service takes in a second. */
    public double lettersPerSecond() {
        String written = required("LETTERS_PER_SECOND");
        try {
            double number = Double.parseDouble(written);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with the setting's name.
        }
        throw new IllegalStateException("LETTERS_PER_SECOND is not a number above 0: " + written);
    }

    /** What pages and letters look like. */
    public HouseStyle houseStyle() {
        try {
            return HouseStyle.named(required("HOUSE_STYLE"));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException("HOUSE_STYLE cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** Whether SAM CLI runs the function on a laptop, where no gateway checks signatures; Lambda never sets this. */
    public boolean isSamLocal() {
        // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-cli-command-reference-sam-local-invoke.html
        return "true".equals(environment.get("AWS_SAM_LOCAL"));
    }

    private String required(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
